import { describe, expect, it } from 'vitest';
import { CONSTITUENCIES } from '../domain/codes.ts';
import { isMissing } from '../domain/fields.ts';
import { LANGS } from '../domain/languages.ts';
import { anyCodelist } from '../reference/all.ts';
import { type CodelistName, hasCode } from '../reference/index.ts';
import demo from './rawdania.json' with { type: 'json' };

/** Every object of the sample, with the path it lies at. */
function* objects(value: unknown, path = ''): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [path, value as Record<string, unknown>];
  for (const [key, inner] of Object.entries(value)) yield* objects(inner, `${path}/${key}`);
}
const known = (name: CodelistName, codes: Iterable<string>): void => {
  for (const code of codes) expect(hasCode(anyCodelist(name), code), `${name} ${code}`).toBe(true);
};
const idsOf = (records: readonly { readonly id: string }[]): string[] => records.map((record) => record.id);

const actions = demo.strategies.flatMap((strategy) => strategy.actions);
const organizations = new Set(idsOf(demo.organizations));

describe('the sample dialogue', () => {
  it('holds what it announces, under the country code reserved for it', () => {
    expect(demo.illustrative).toBe(true);
    expect(demo.country.iso3).toBe('QRW');
    expect(hasCode(anyCodelist('countries'), 'QRW')).toBe(false);
    expect({
      deficits: demo.deficits.length,
      strategies: demo.strategies.length,
      actions: actions.length,
      comments: demo.comments.length,
      reservations: demo.reservations.length,
      participants: demo.participants.length,
      sessions: demo.sessions.length,
      organizations: demo.organizations.length,
      clauses: demo.clauses.length,
      absences: demo.absences.length,
    }).toEqual(demo.counts);
    expect([demo.deficits.length, demo.strategies.length, actions.length, demo.comments.length]).toEqual([
      24, 6, 24, 10,
    ]);
  });

  it('has every text in four languages', () => {
    for (const [path, value] of objects(demo))
      if (typeof value.en === 'string')
        for (const lang of LANGS) expect(value[lang], `${path} ${lang}`).toMatch(/\S/);
  });

  it('writes Arabic in Arabic script and the others without it', () => {
    for (const [path, value] of objects(demo)) {
      if (typeof value.en !== 'string' || path.endsWith('/text_status')) continue;
      if (value.en !== '%') expect(value.ar, path).toMatch(/\p{Script=Arabic}/u);
      for (const lang of ['en', 'fr', 'es']) expect(value[lang], path).not.toMatch(/\p{Script=Arabic}/u);
    }
  });

  it('uses codes of the codelists only', () => {
    for (const deficit of demo.deficits) {
      known('thematic-areas', [deficit.thematic_area, deficit.sub_topic]);
      known('affected-groups', deficit.affected_groups);
      known('instruments', deficit.instruments);
      known('sdg', deficit.sdg_targets);
      known('confidentiality-levels', [deficit.confidentiality]);
      if (typeof deficit.sector === 'string') known('sectors', [deficit.sector]);
      if (typeof deficit.formality === 'string') known('formality', [deficit.formality]);
      known('grounds', 'grounds' in deficit ? (deficit.grounds as string[]) : []);
      known(
        'positions',
        CONSTITUENCIES.map((each) => deficit.positions[each].value),
      );
    }
    for (const strategy of demo.strategies) {
      known('functional-areas', strategy.functional_areas);
      known('instruments', strategy.instruments);
      known('sdg', strategy.sdg_targets);
    }
    known(
      'absence-reasons',
      demo.absences.map((absence) => absence.reason),
    );
    known(
      'constituency-types',
      demo.organizations.map((organization) => organization.kind),
    );
  });

  it('keeps the given severity and prevalence for at least one constituency, and shows a spread', () => {
    let spread = 0;
    for (const deficit of demo.deficits) {
      const severity = CONSTITUENCIES.map((each) => deficit.severity_by[each]);
      const prevalence = CONSTITUENCIES.map((each) => deficit.prevalence_by[each]);
      expect(severity, deficit.id).toContain(deficit.severity);
      expect(prevalence, deficit.id).toContain(deficit.prevalence);
      known(
        'prevalence',
        prevalence.filter((each) => typeof each === 'string'),
      );
      known(
        'missing',
        [...severity, ...prevalence].filter(isMissing).map(({ missing }) => missing),
      );
      if (new Set(severity.filter((each) => typeof each === 'number')).size > 1) spread += 1;
    }
    expect(spread).toBeGreaterThan(12);
  });

  it('says how strong the evidence is by constituency, and of a few as older dossiers do: without one', () => {
    const said = demo.deficits.map((deficit) => {
      const held: { readonly [C in (typeof CONSTITUENCIES)[number]]: unknown } | undefined =
        'evidence_held_by' in deficit ? deficit.evidence_held_by : undefined;
      const single = 'evidence_strength' in deficit ? [deficit.evidence_strength] : [];
      const steps = [...(held ? CONSTITUENCIES.map((each) => held[each]) : []), ...single];
      expect((held ? 1 : 0) + single.length, deficit.id).toBe(1);
      known(
        'evidence-strength',
        steps.filter((each) => typeof each === 'string'),
      );
      return new Set(steps.filter((each) => typeof each === 'string')).size;
    });
    expect(said.filter((different) => different > 1).length).toBeGreaterThan(8);
  });

  it('refers to nothing that is not there', () => {
    const participants = new Set(idsOf(demo.participants));
    const sessions = new Set(idsOf(demo.sessions));
    const deficits = new Set(idsOf(demo.deficits));
    const targets = new Set([...deficits, ...idsOf(demo.strategies), ...idsOf(actions)]);
    const reservations = new Set(idsOf(demo.reservations));
    for (const participant of demo.participants) {
      const organization = demo.organizations.find(({ id }) => id === participant.organization);
      expect(organization?.constituency, participant.id).toBe(participant.constituency);
      for (const session of participant.attended) expect(sessions).toContain(session);
    }
    for (const session of demo.sessions) expect(participants).toContain(session.chair);
    for (const comment of demo.comments) {
      expect(targets).toContain(comment.target);
      expect(participants).toContain(comment.author);
    }
    for (const strategy of demo.strategies)
      for (const id of strategy.deficits) expect(deficits).toContain(id);
    for (const action of actions)
      for (const id of [action.responsible_organization, ...action.support_organizations])
        expect(organizations).toContain(id);
    for (const clause of demo.clauses) expect(targets).toContain(clause.subject);
    for (const holder of [...demo.deficits, ...demo.clauses])
      for (const each of CONSTITUENCIES) {
        const position = holder.positions[each] as { value: string; reservation?: string };
        if (position.value === 'agree-with-reservation') expect(reservations).toContain(position.reservation);
        else expect(position.reservation).toBeUndefined();
      }
  });

  it('splits each cost over its years to the cent, with the gap not covered by own funds', () => {
    for (const { id, cost, cost_by_year } of actions) {
      const sum = cost_by_year.years.reduce((total, year) => total + year.cost, 0);
      expect(sum, id).toBe(cost.amount * 100);
      for (const year of cost_by_year.years) {
        expect(year.gap).toBe(year.cost - year.own_funds);
        expect(year.gap).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('names no person: participants are roles', () => {
    for (const participant of demo.participants) expect(participant).not.toHaveProperty('name');
  });
});
