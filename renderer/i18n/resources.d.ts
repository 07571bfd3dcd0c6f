/** Keys are typed from the English files: a key that is not there does not compile. */

import type bin from '../../shared/locales/en/bin.json';
import type capture from '../../shared/locales/en/capture.json';
import type causes from '../../shared/locales/en/causes.json';
import type coding from '../../shared/locales/en/coding.json';
import type common from '../../shared/locales/en/common.json';
import type deficits from '../../shared/locales/en/deficits.json';
import type duplicates from '../../shared/locales/en/duplicates.json';
import type editing from '../../shared/locales/en/editing.json';
import type errors from '../../shared/locales/en/errors.json';
import type exporting from '../../shared/locales/en/export.json';
import type history from '../../shared/locales/en/history.json';
import type importing from '../../shared/locales/en/importing.json';
import type library from '../../shared/locales/en/library.json';
import type mandate from '../../shared/locales/en/mandate.json';
import type minutes from '../../shared/locales/en/minutes.json';
import type overview from '../../shared/locales/en/overview.json';
import type participants from '../../shared/locales/en/participants.json';
import type pasting from '../../shared/locales/en/pasting.json';
import type positions from '../../shared/locales/en/positions.json';
import type priorities from '../../shared/locales/en/priorities.json';
import type projector from '../../shared/locales/en/projector.json';
import type readback from '../../shared/locales/en/readback.json';
import type register from '../../shared/locales/en/register.json';
import type room from '../../shared/locales/en/room.json';
import type sessions from '../../shared/locales/en/sessions.json';
import type settings from '../../shared/locales/en/settings.json';
import type shell from '../../shared/locales/en/shell.json';
import type strategies from '../../shared/locales/en/strategies.json';
import type ui from '../../shared/locales/en/ui.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
    resources: {
      coding: typeof coding;
      common: typeof common;
      errors: typeof errors;
      shell: typeof shell;
      ui: typeof ui;
      library: typeof library;
      overview: typeof overview;
      mandate: typeof mandate;
      participants: typeof participants;
      deficits: typeof deficits;
      editing: typeof editing;
      pasting: typeof pasting;
      positions: typeof positions;
      strategies: typeof strategies;
      export: typeof exporting;
      settings: typeof settings;
      history: typeof history;
      bin: typeof bin;
      sessions: typeof sessions;
      room: typeof room;
      register: typeof register;
      readback: typeof readback;
      projector: typeof projector;
      minutes: typeof minutes;
      priorities: typeof priorities;
      importing: typeof importing;
      duplicates: typeof duplicates;
      causes: typeof causes;
      capture: typeof capture;
    };
  }
}
