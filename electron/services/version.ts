import manifest from '../../package.json' with { type: 'json' };

/** The product's version, written into packages and shown in the settings. */
export const VERSION: string = manifest.version;
