import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Field } from '../../../../../src/cli/import/input/field.ts';
import { Account } from '../../../../../src/cli/import/report/account.ts';
import { sayAddress, sayHeading } from '../../../../../src/cli/import/report/say-names.ts';

function told(value: string, say: (field: Field) => void): string {
  const account = new Account();
  say(new Field(value, account, ['it']));
  const [{ verdict, why } = { verdict: '', why: '' }] = account.settle({ it: value });
  return `${verdict}: ${why}`;
}

test('an address is kept where it can be one, and told where it is another', () => {
  assert.match(told('first-light', sayAddress), /^kept: the address of its section/);
  assert.match(told('../../etc/Passwd', sayAddress), /^approximated: .*: etc-passwd$/);
  assert.match(told('المرفأ', sayAddress), /^approximated: .* its title or its place gives one$/);
});

test('a title that says nothing makes no heading', () => {
  assert.equal(told('Winter', sayHeading), 'kept: the heading');
  assert.equal(told('', sayHeading), 'kept: it is empty: the section has no heading');
});
