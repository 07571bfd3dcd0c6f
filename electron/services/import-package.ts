import type { DossierInfo } from '../../shared/contract/index.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Desk } from './desk.ts';

export function importPackage(_desk: Desk, _path: string): DossierInfo {
  throw new Refusal('package.malformed');
}
