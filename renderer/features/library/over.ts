/** What is open over the list: a dialog about one of its dossiers, or the one that makes a new one. */
export type Over =
  | { readonly dialog: 'new' }
  | {
      readonly dialog: 'copies' | 'forget' | 'handOver' | 'merge';
      readonly dossier: string;
      readonly name: string;
    };
