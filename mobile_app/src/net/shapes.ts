/** Checks whether an answer has the shape of our server's.
 *
 * A captive portal answers 200 to everything, with a page or with its own JSON, and nothing of that
 * may be taken as the server's data. Only what the engine relies on is checked.
 */
import type { CopiesPage, CopyHanded, Found, ActResults, ByteReceipt, FileReceipt, InspectionView, NumberBlock, PartiesLookedUp, Problem, PublicDocument, ReferencePage, SessionAnswer, SyncPage, SignableView, AttachmentProgress, InformationTaken } from '../wire';

type Json = Record<string, unknown>;

export function isProblem(value: unknown): value is Problem {
  return isObject(value) && isText(value.code) && isObject(value.text) && isText(value.text.vi) && isText(value.text.en);
}

export function isSessionAnswer(value: unknown): value is SessionAnswer {
  return (
    isObject(value) &&
    [value.access_token, value.refresh_token, value.expires_at, value.epoch, value.anchor].every(isText) &&
    isObject(value.officer) &&
    isText(value.officer.id) &&
    Array.isArray(value.server_keys) &&
    isCount(value.last_seq)
  );
}

export function isSyncPage(value: unknown): value is SyncPage {
  return (
    isObject(value) &&
    [value.cursor, value.epoch, value.anchor].every(isText) &&
    typeof value.more === 'boolean' &&
    Array.isArray(value.changes) &&
    value.changes.every((each) => isObject(each) && isText(each.kind) && isText(each.id) && (each.op === 'put' || each.op === 'remove')) &&
    Array.isArray(value.server_keys) &&
    isCount(value.last_seq)
  );
}

export function isReferencePage(value: unknown): value is ReferencePage {
  return (
    isObject(value) &&
    [value.cursor, value.as_of].every(isText) &&
    typeof value.more === 'boolean' &&
    [value.entries, value.removed, value.reset].every(Array.isArray)
  );
}

export function isFound(value: unknown): value is Found {
  const isGroup = (each: unknown): boolean => isObject(each) && isText(each.kind) && Array.isArray(each.hits) && each.hits.every(isHit);
  const isHit = (each: unknown): boolean => isObject(each) && isText(each.kind) && [each.name, each.number, each.where, each.excerpt].every(Array.isArray);
  return isObject(value) && isCount(value.behind) && Array.isArray(value.groups) && value.groups.every(isGroup);
}

export function isPartiesLookedUp(value: unknown): value is PartiesLookedUp {
  return isObject(value) && Array.isArray(value.parties) && value.parties.every((each) => isObject(each) && isText(each.name) && isObject(each.unit) && isCount(each.counting));
}

export function isActResults(value: unknown): value is ActResults {
  return (
    isObject(value) &&
    Array.isArray(value.results) &&
    value.results.every(
      (each) => isObject(each) && (each.status === 'accepted' || each.status === 'repeated' || each.status === 'refused'),
    )
  );
}

export function isByteReceipt(value: unknown): value is ByteReceipt {
  return (
    isObject(value) &&
    [value.photo_id, value.sha256, value.stored_at, value.key_id, value.signature].every(isText) &&
    isCount(value.size)
  );
}

export function isFileReceipt(value: unknown): value is FileReceipt {
  return (
    isObject(value) &&
    [value.file_id, value.sha256, value.stored_at, value.key_id, value.signature].every(isText) &&
    isCount(value.size)
  );
}

export function isNumberBlock(value: unknown): value is NumberBlock {
  return (
    isObject(value) &&
    [value.id, value.form].every(isText) &&
    [value.year, value.first, value.last].every(isCount) &&
    Array.isArray(value.used) &&
    value.used.every(isCount)
  );
}

export function isPublicDocument(value: unknown): value is PublicDocument {
  return (
    isObject(value) &&
    [value.code, value.state].every(isText) &&
    isObject(value.state_text) &&
    isText(value.state_text.vi) &&
    isText(value.state_text.en) &&
    isObject(value.form_name) &&
    Array.isArray(value.amended_by)
  );
}

export function isSignable(value: unknown): value is SignableView {
  return isObject(value) && [value.written, value.form, value.seen, value.content_mark].every(isText) && typeof value.may_sign === 'boolean' && Array.isArray(value.files);
}

export function isCopiesPage(value: unknown): value is CopiesPage {
  return isObject(value) && isObject(value.document) && [value.copies, value.handovers].every(Array.isArray) && typeof value.may_give === 'boolean';
}

export function isCopyHanded(value: unknown): value is CopyHanded {
  return isObject(value) && [value.id, value.second_code, value.expires_at, value.ticket, value.qr].every(isText);
}

export function isAttachmentProgress(value: unknown): value is AttachmentProgress {
  return isObject(value) && isText(value.id) && typeof value.taken === 'boolean' && Array.isArray(value.received) && value.received.every(isCount);
}

export function isInformationTaken(value: unknown): value is InformationTaken {
  return isObject(value) && [value.id, value.number, value.registered_at].every(isText) && Array.isArray(value.attachments) && value.attachments.every(isAttachmentProgress);
}

export function isInspectionView(value: unknown): value is InspectionView {
  return (
    isObject(value) &&
    [value.id, value.state].every(isText) &&
    isObject(value.decision) &&
    isObject(value.permitted) &&
    [value.photos, value.drafts, value.all_minutes].every(Array.isArray)
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
