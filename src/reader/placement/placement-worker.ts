import { answerPlacement } from './answer-placement.ts';

answerPlacement();
