import { test } from '../support/reader-test.ts';
import { expectReadingOrder } from '../support/reading-order.ts';

test('Tab reaches everything in reading order, and what has the focus is never hidden', ({ reader }) =>
  expectReadingOrder(reader));
