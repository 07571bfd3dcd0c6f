/** The parts of the Data Package library that the tests use; it has no types of its own. */
declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    readonly descriptor: { readonly format: string };
    read(options: { keyed: boolean }): Promise<readonly unknown[]>;
    checkRelations(): Promise<boolean>;
  }
  export class Package {
    static load(descriptor: string): Promise<Package>;
    readonly valid: boolean;
    readonly errors: readonly unknown[];
    readonly resources: readonly Resource[];
  }
}
