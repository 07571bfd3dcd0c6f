import { useMemo } from 'react';
import { useRoute } from '../../../app/router.ts';
import { type RegisterAddress, readAddress } from './address.ts';

/** The register's part of the present address; the same object as long as the address says the same. */
export function useRegisterAddress(): RegisterAddress {
  const { query } = useRoute();
  const text = query.toString();
  return useMemo(() => readAddress(new URLSearchParams(text)), [text]);
}
