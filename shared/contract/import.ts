/** Tables of others brought in: spreadsheets, ILOSTAT, ratifications. */
export const importCalls = {} as const;
