/** Reading packages back: nothing of one is believed before all of it was checked. */
import type { EditionContent } from '../../shared/domain/content.ts';
import { err, type Result } from '../../shared/errors.ts';

export interface PackageReport {
  readonly files: number;
}

export const verifyPackage = async (_path: string): Promise<Result<PackageReport>> =>
  err('package.malformed');
export const readPackage = async (_path: string): Promise<Result<{ content: EditionContent }>> =>
  err('package.malformed');
