/** The minutes while they are typed: a tree of fields, each with its own signal.
 *
 * A keystroke changes one signal, so it renders one field however long the minutes are. Rows of a
 * list keep their identity when one above them is removed. Fields that the form does not know (from
 * a draft of another version) are carried along unchanged.
 */
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { join, split, type Finding } from '../../domain/form';
import type { Text } from '../../wire';
import { ordered, type FieldSchema, type FormSchema } from './schema';

export type Judge = (fields: Record<string, unknown>) => readonly Finding[];
export type FieldNode = Leaf | Branch | Rows;

let keys = 0;

abstract class Base {
  readonly key = `n${(keys += 1)}`;
  /** Whether it is unfolded on the screen. Rows of a list begin unfolded if something is
   * missing in them. */
  readonly open = signal(false);
  abstract value(): unknown;
  constructor(
    readonly form: FormModel,
    readonly parent: Branch | Rows | null,
    readonly name: string,
    readonly schema: FieldSchema,
    readonly required: boolean,
  ) {}
  /** Present JSON Pointer into the minutes. It changes when a row above is removed. */
  get pointer(): string {
    if (this.parent === null) return '';
    const part = this.parent instanceof Rows ? this.parent.rows.peek().indexOf(this as unknown as FieldNode) : this.name;
    return this.parent.pointer + join(part);
  }
  /** What is wrong with this field; null until it is time to show it. */
  readonly fault: ReadonlySignal<Text | null> = computed(() => (this.speaks() ? (this.form.findings.value.get(this.pointer) ?? null) : null));
  protected speaks(): boolean {
    return this.form.attempted.value;
  }
}

/** Whether a field is shown, given the others in its group. A component that reads this while
 * rendering renders again when it changes. */
export function isVisible(node: FieldNode): boolean {
  const when = node.schema['x-when'];
  if (when === undefined || !(node.parent instanceof Branch)) return true;
  const other = node.parent.children.find((child) => child.name === when.field);
  return other instanceof Leaf && when.in.includes(other.current.value);
}

/** A single input. */
export class Leaf extends Base {
  readonly kind = 'leaf';
  readonly current: Signal<unknown>;
  /** 0 untouched, 1 being typed into for the first time, 2 left or typed into again. Its fault
   * is shown from 2 on. */
  private readonly stage = signal<0 | 1 | 2>(0);
  constructor(form: FormModel, parent: Branch | Rows | null, name: string, schema: FieldSchema, required: boolean, value: unknown) {
    super(form, parent, name, schema, required);
    this.current = signal(value);
  }
  value(): unknown {
    return this.current.peek();
  }
  /** Stores text as typed: it is normalised to NFC when the act is written, because a Vietnamese
   * keyboard may still be composing. An optional field that was emptied becomes undefined. */
  set(value: unknown): void {
    const next = value === '' && !this.required ? undefined : value;
    if (next === this.current.peek()) return;
    this.current.value = next;
    this.form.changed();
  }
  left(): void {
    if (this.stage.peek() === 1) this.stage.value = 2;
    else if (this.stage.peek() === 0 && this.form.findings.peek().has(this.pointer)) this.stage.value = 2;
  }
  entered(): void {
    if (this.stage.peek() === 0) this.stage.value = 1;
  }
  protected override speaks(): boolean {
    return this.stage.value === 2 || super.speaks();
  }
}

/** A group of named fields. */
export class Branch extends Base {
  readonly kind = 'branch';
  readonly children: FieldNode[];
  private readonly unknown: Record<string, unknown> = {};
  constructor(form: FormModel, parent: Branch | Rows | null, name: string, schema: FieldSchema, required: boolean, value: unknown) {
    super(form, parent, name, schema, required);
    const given = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
    const known = schema.properties ?? {};
    for (const [key, one] of Object.entries(given)) if (!(key in known)) this.unknown[key] = one;
    const needed = new Set(schema.required ?? []);
    this.children = ordered(schema).map((key) => nodeOf(form, this, key, known[key] as FieldSchema, needed.has(key), given[key]));
  }
  value(): Record<string, unknown> {
    const found: Record<string, unknown> = { ...this.unknown };
    for (const child of this.children) {
      const value = child.value();
      if (value !== undefined && !(child instanceof Branch && !child.required && isEmpty(value))) found[child.name] = value;
    }
    return found;
  }
}

/** A list, such as goods, persons or findings. */
export class Rows extends Base {
  readonly kind = 'rows';
  readonly rows: Signal<FieldNode[]>;
  /** The row that was removed last, for "undo". It is lost once another one is removed. */
  readonly removed = signal<{ row: FieldNode; at: number } | null>(null);
  private there: boolean;
  constructor(form: FormModel, parent: Branch | Rows | null, name: string, schema: FieldSchema, required: boolean, value: unknown) {
    super(form, parent, name, schema, required);
    this.there = Array.isArray(value);
    // A row in which something is missing is unfolded; the others take one line each.
    this.rows = signal(Array.isArray(value) ? value.map((one) => this.row(one)) : []);
  }
  private row(value: unknown): FieldNode {
    const row = nodeOf(this.form, this, '', this.schema.items as FieldSchema, true, value);
    row.open.value = row instanceof Branch && row.children.some((child) => child.required && (child.value() === undefined || child.value() === ''));
    return row;
  }
  value(): unknown[] | undefined {
    const rows = this.rows.peek();
    return rows.length === 0 && !this.required && !this.there ? undefined : rows.map((row) => row.value());
  }
  private put(rows: FieldNode[]): void {
    this.there = true;
    this.rows.value = rows;
    this.form.changed();
  }
  /** Adds a row at the end, or after another one, and returns it. */
  add(value?: unknown, behind?: FieldNode): FieldNode {
    const row = this.row(value);
    const rows = [...this.rows.peek()];
    rows.splice(behind === undefined ? rows.length : rows.indexOf(behind) + 1, 0, row);
    this.put(rows);
    return row;
  }
  duplicate(row: FieldNode): FieldNode {
    return this.add(structuredClone(row.value()), row);
  }
  remove(row: FieldNode): void {
    const at = this.rows.peek().indexOf(row);
    if (at < 0) return;
    this.removed.value = { row, at };
    this.put(this.rows.peek().filter((one) => one !== row));
  }
  undo(): FieldNode | null {
    const last = this.removed.peek();
    if (last === null) return null;
    const rows = [...this.rows.peek()];
    rows.splice(last.at, 0, last.row);
    this.removed.value = null;
    this.put(rows);
    return last.row;
  }
  get full(): boolean {
    return this.rows.value.length >= (this.schema.maxItems ?? Infinity);
  }
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function nodeOf(form: FormModel, parent: Branch | Rows | null, name: string, schema: FieldSchema, required: boolean, value: unknown): FieldNode {
  if (schema.type === 'object') return new Branch(form, parent, name, schema, required, value);
  if (schema.type === 'array') return new Rows(form, parent, name, schema, required, value);
  return new Leaf(form, parent, name, schema, required, value);
}

export class FormModel {
  /** By JSON Pointer, in the order of the form. */
  readonly findings = signal<ReadonlyMap<string, Text>>(new Map());
  /** The officer has asked to write the minutes. From then on every fault is shown. */
  readonly attempted = signal(false);
  readonly root: Branch;

  /** `onChange` is called immediately after every change, to save it. `later` defers the
   * validation after a keystroke (tests pass one that runs immediately). */
  constructor(
    readonly schema: FormSchema,
    fields: Record<string, unknown>,
    private readonly judge: Judge,
    private readonly onChange: () => void,
    private readonly later: (work: () => void) => void = afterPaint(),
  ) {
    this.root = new Branch(this, null, '', schema, true, fields);
    this.check();
  }

  /** Whether a group of the form is unfolded. All are until somebody folds one. */
  groupOpen(key: string): Signal<boolean> {
    const known = this.groups.get(key);
    if (known !== undefined) return known;
    const made = signal(true);
    this.groups.set(key, made);
    return made;
  }
  private readonly groups = new Map<string, Signal<boolean>>();

  fields(): Record<string, unknown> {
    return this.root.value();
  }
  changed(): void {
    this.onChange();
    this.later(() => this.check());
  }
  /** Validates all fields now and returns the number of faults. */
  check(): number {
    this.findings.value = new Map(this.judge(this.fields()));
    return this.findings.peek().size;
  }
  /** The deepest existing field on the way to a pointer. A comment on a row that was removed
   * thus belongs to its list. */
  nodeAt(pointer: string): FieldNode {
    let node: FieldNode = this.root;
    for (const part of split(pointer)) {
      const next: FieldNode | undefined =
        node.kind === 'branch' ? node.children.find((child) => child.name === part) : node.kind === 'rows' ? node.rows.peek()[Number(part)] : undefined;
      if (next === undefined) return node;
      node = next;
    }
    return node;
  }
}

/** Defers validation until the letter is on the screen, and until the last of
 * several quick ones. */
function afterPaint(): (work: () => void) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (work) => {
    clearTimeout(timer);
    timer = setTimeout(work, 120);
  };
}
