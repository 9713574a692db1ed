/** The way from a paper to handing its copy over. */
import { LinkButton } from '../parts';
import { copyPath } from './which';
import { t } from './words';

export function CopyLink({ inspectionId, code }: { inspectionId: string; code: string }) {
  return <LinkButton href={copyPath(inspectionId, code)}>{t('copies.title')}</LinkButton>;
}
