import { addKinds } from '../../annotations/more-kinds.ts';
import { TABLE_CHARTS } from '../../charts/table-charts/table-charts.ts';

// What places annotations, in a worker or in the page, knows them from now on.
addKinds(TABLE_CHARTS);
