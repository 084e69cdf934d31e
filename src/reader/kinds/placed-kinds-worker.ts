import './placed-kinds.ts';
import '../placement/placement-worker.ts';
