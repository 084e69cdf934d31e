import { type Account, type Path, pathText } from '../report/account.ts';
import { member, numberOf, stringOf } from './values.ts';

/** A value of the input that knows where it stands, so that what becomes of it can be told. */
export class Field {
  readonly value: unknown;
  readonly path: Path;
  readonly #account: Account;

  constructor(value: unknown, account: Account, path: Path = []) {
    this.value = value;
    this.path = path;
    this.#account = account;
  }

  /** A member of its own, whether or not it is there. */
  at(name: string): Field {
    return new Field(member(this.value, name), this.#account, [...this.path, name]);
  }

  /** The first of these that is there and not empty; the first of all where none is. */
  first(...names: readonly string[]): Field {
    const found = names.map((name) => this.at(name));
    return found.find(({ has }) => has) ?? (found[0] as Field);
  }

  get items(): readonly Field[] {
    if (!Array.isArray(this.value)) return [];
    return this.value.map((item, at) => new Field(item, this.#account, [...this.path, at]));
  }

  get members(): readonly (readonly [string, Field])[] {
    if (!this.isObject) return [];
    return Object.keys(this.value as object).map((name) => [name, this.at(name)] as const);
  }

  get isObject(): boolean {
    return this.value !== null && typeof this.value === 'object' && !Array.isArray(this.value);
  }

  /** Whether it says anything. */
  get has(): boolean {
    if (Array.isArray(this.value)) return this.value.length > 0;
    return this.value !== undefined && this.value !== null && this.value !== '' && this.value !== false;
  }

  get text(): string {
    return stringOf(this.value);
  }

  get number(): number | null {
    return numberOf(this.value);
  }

  get name(): string {
    return pathText(this.path);
  }

  #say(verdict: 'kept' | 'approximated' | 'dropped', why: string, what: string): this {
    if (this.value === undefined) return this;
    // What is not there any more as it was is told with its words.
    const value = verdict === 'kept' || what !== '' || this.text === '' ? '' : `: ${this.text}`;
    this.#account.say(this.path, verdict, why, what, value);
    return this;
  }

  kept(why: string, what = ''): this {
    return this.#say('kept', why, what);
  }

  approximated(how: string, what = ''): this {
    return this.#say('approximated', how, what);
  }

  dropped(why: string, what = ''): this {
    return this.#say('dropped', why, what);
  }

  /** More about it, beside its verdict. */
  remark(verdict: 'kept' | 'approximated' | 'dropped', what: string, why: string): void {
    this.#account.remark(this.path, verdict, what, why);
  }

  /** Tells of this part of the story, with all below it. */
  within(part: string): this {
    this.#account.assign(this.path, part);
    return this;
  }
}
