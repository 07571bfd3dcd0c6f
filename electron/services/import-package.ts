/** A package becomes a read-only dossier of its own, which exports the same bytes again. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { append } from '../../db/ledger/append.ts';
import { sha256 } from '../../db/ledger/hash.ts';
import { inLedger } from '../../db/ledger/transaction.ts';
import { setMeta } from '../../db/meta.ts';
import type { OpenDossier } from '../../db/open.ts';
import type { DossierInfo } from '../../shared/contract/index.ts';
import type { EditionContent } from '../../shared/domain/content.ts';
import { canonical, type Json } from '../../shared/domain/json.ts';
import { Refusal, type Result } from '../../shared/errors.ts';
import type { PackageReport } from '../exports/package-reader.ts';
import { draftsOfContent } from './content-records.ts';
import type { Desk } from './desk.ts';
import { adopt } from './library.ts';
import { createFile, freePath } from './new-dossier.ts';

/** Read when a package first comes: what reads zips and checks schemas is half of the data thread's script. */
const reader = () => import('../exports/package-reader.ts');

export const verifyPackageFile = async (path: string): Promise<Result<PackageReport>> =>
  (await reader()).verifyPackage(path);

/** Makes the dossier file; the package is verified whole before anything is written. */
export async function importInto(desk: Desk, packagePath: string, file: string): Promise<OpenDossier> {
  const read = await (await reader()).readPackage(packagePath);
  if (!read.ok) throw new Refusal(read.error.code, read.error.details);
  const content: EditionContent = read.value.content;
  return createFile(desk, file, (db, acting, dossier) => {
    // Dated as the package is, so that the same package makes the same records whenever it is imported.
    const then = { ...acting, now: () => Date.parse(`${content.asOf}T00:00:00.000Z`) };
    inLedger(db, () => {
      append(db, then, [
        { recordType: 'device', recordId: acting.device, set: { letter: '' }, intent: 'create' },
      ]);
      append(db, then, draftsOfContent(content, dossier));
      const text = canonical(content as unknown as Json);
      setMeta(db, 'derivedContent', text);
      setMeta(db, 'derivedDigest', sha256(text));
      setMeta(db, 'derivedFrom', content.versionId);
    });
  });
}

export async function importPackage(desk: Desk, packagePath: string): Promise<DossierInfo> {
  const file = freePath(join(desk.folder, 'dossiers'), 'imported');
  try {
    return adopt(desk, await importInto(desk, packagePath, file), { verified: true });
  } catch (thrown) {
    rmSync(file, { force: true });
    throw thrown;
  }
}
