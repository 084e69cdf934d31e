import './placed-kinds.ts';
import { answerPlacement } from '../placement/answer-placement.ts';

answerPlacement();
