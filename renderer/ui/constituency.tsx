import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Constituency, PositionValue, Seat } from '../../shared/domain/codes.ts';
import type { MissingValue } from '../../shared/domain/fields.ts';
import type { Formats } from '../i18n/formats.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { classes } from './classes.ts';

/** In the order they are always shown. Typed here, since the schemas would bring their parser into the page. */
export const CONSTITUENCIES = ['G', 'E', 'W'] as const satisfies readonly Constituency[];
export const SEATS = ['G', 'E', 'W', 'invited'] as const satisfies readonly Seat[];

const HUES: { readonly [S in Seat]: string } = { G: 'gov', E: 'emp', W: 'wrk', invited: 'inv' };

/** `--c` fill, `--on` text on it, `--ci` text on paper, `--cs` soft ground. */
export const seatStyle = (seat: Seat): CSSProperties => {
  const hue = HUES[seat];
  return {
    '--c': `var(--${hue})`,
    '--on': `var(--on-${hue})`,
    '--ci': `var(--${hue}-ink)`,
    '--cs': `var(--${hue}-soft)`,
  } as CSSProperties;
};

/** The same as a class: what a register draws by the hundred shares one style instead of bringing its own. */
const hueOf = (seat: Constituency): string => `hue-${HUES[seat]}`;

/**
 * Sentences made once for a language and its formats: rows of a register say the same ones over and over, and are
 * drawn while scrolling. Kept by language, since every component has a `t` of its own.
 */
const sentences = new WeakMap<Formats, Map<string, string>>();
function useSentence(language: string): (key: string, make: () => string) => string {
  const formats = useFormat();
  const known = sentences.get(formats) ?? new Map<string, string>();
  sentences.set(formats, known);
  return (key, make) => {
    const whole = `${language} ${key}`;
    const sentence = known.get(whole) ?? make();
    known.set(whole, sentence);
    return sentence;
  };
}

/** Letter on a patterned tile: who, told by letter and pattern, colour only helping. */
export function ConstituencyTile({
  seat,
  name,
  size = 'm',
  isDecorative,
}: {
  readonly seat: Seat;
  /** What this country calls the constituency; the usual name otherwise. */
  readonly name?: string | undefined;
  readonly size?: 's' | 'm' | 'l';
  /** True when the name stands beside the tile. */
  readonly isDecorative?: boolean;
}) {
  const { t } = useTranslation('ui');
  const full = name ?? t(`seat.${seat}`);
  return (
    <span
      className={classes('tile', size, `seat-${seat}`)}
      style={seatStyle(seat)}
      {...(isDecorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': full, title: full })}
    >
      {t(`seatLetter.${seat}`)}
    </span>
  );
}

/** The usual name of a seat, or the dossier's own where given. */
export function useSeatName(): (seat: Seat, own?: string) => string {
  const { t } = useTranslation('ui');
  return (seat, own) => own ?? t(`seat.${seat}`);
}

/** The seven values as shapes: filled, half, cross, split, dash, hollow, dotted. Drawn in the text colour. */
export function StanceGlyph({ value, size = 10 }: { readonly value: PositionValue; readonly size?: number }) {
  return (
    <svg className="stance-glyph" width={size} height={size} viewBox="0 0 10 10" aria-hidden="true">
      {value === 'agree' && <circle cx="5" cy="5" r="4.4" fill="currentColor" />}
      {value === 'agree-with-reservation' && (
        <>
          <circle cx="5" cy="5" r="3.8" fill="none" stroke="currentColor" strokeWidth="1.2" />
          <path d="M5 1.2a3.8 3.8 0 0 1 0 7.6z" fill="currentColor" />
        </>
      )}
      {value === 'does-not-agree' && (
        <path
          d="M1.6 1.6l6.8 6.8M8.4 1.6L1.6 8.4"
          stroke="currentColor"
          strokeWidth="1.9"
          strokeLinecap="round"
        />
      )}
      {value === 'divided' && (
        <path d="M4.1 .7a4.4 4.4 0 0 0 0 8.6zM5.9 .7v8.6a4.4 4.4 0 0 0 0-8.6z" fill="currentColor" />
      )}
      {value === 'no-position' && (
        <path d="M1.4 5h7.2" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" />
      )}
      {value === 'absent' && (
        <circle cx="5" cy="5" r="3.8" fill="none" stroke="currentColor" strokeWidth="1.2" />
      )}
      {value === 'not-requested' && (
        <circle
          cx="5"
          cy="5"
          r="3.8"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.3"
          strokeDasharray=".1 2.28"
          strokeLinecap="round"
        />
      )}
    </svg>
  );
}

/** A position value in words with its shape. */
export function Stance({ value, seat }: { readonly value: PositionValue; readonly seat?: Seat }) {
  const { t } = useTranslation('ui');
  return (
    <span className="stance" {...(seat && { style: seatStyle(seat) })}>
      <StanceGlyph value={value} />
      {t(`stance.${value}`)}
    </span>
  );
}

type ByConstituency<T> = { readonly [C in Constituency]?: T | undefined };
type Names = ByConstituency<string>;

/** Quiet shapes: nobody judged the text, so the tile stays uncoloured. */
const SILENT: readonly PositionValue[] = ['not-requested', 'absent', 'no-position'];

/** Three letters with three shapes, always all three. `changed` marks those who judged an earlier text. */
export function PositionSet({
  positions,
  changed = [],
  names,
}: {
  readonly positions: ByConstituency<PositionValue | string>;
  readonly changed?: readonly Constituency[];
  readonly names?: Names | undefined;
}) {
  const { t, i18n } = useTranslation('ui');
  const sentence = useSentence(i18n.language);
  return (
    <span className="position-set">
      {CONSTITUENCIES.map((seat) => {
        const value = (positions[seat] ?? 'not-requested') as PositionValue;
        const since = changed.includes(seat);
        const label = sentence(`position ${seat} ${value} ${since} ${names?.[seat]}`, () => {
          const stance = t('position.of', {
            who: names?.[seat] ?? t(`seat.${seat}`),
            stance: t(`stance.${value}`),
          });
          return since ? t('position.changedSince', { position: stance }) : stance;
        });
        return (
          <span
            key={seat}
            className={classes(
              'position',
              hueOf(seat),
              SILENT.includes(value) && 'silent',
              since && 'changed',
            )}
            role="img"
            aria-label={label}
            title={label}
          >
            <b>{sentence(`letter ${seat}`, () => t(`seatLetter.${seat}`))}</b>
            <StanceGlyph value={value} />
          </span>
        );
      })}
    </span>
  );
}

/** 1 low to 4 critical, or the code that says why there is none; 0 stands for an unnamed missing code. */
export type SeverityValue = number | MissingValue | undefined;
const STEPS = [1, 2, 3, 4] as const;
type Step = (typeof STEPS)[number];
const isStep = (value: SeverityValue): value is Step => typeof value === 'number' && value >= 1 && value <= 4;

/** Words of the four steps where the scale is another than that of severity. */
export type StepWords = readonly [string, string, string, string];

function useStepWord(words: StepWords | undefined): (value: SeverityValue) => string {
  const { t } = useTranslation('ui');
  const { count } = useFormat();
  return (value) => {
    if (isStep(value))
      return t('severity.step', {
        word: words?.[value - 1] ?? t(`severity.${value}`),
        n: count(value),
        of: count(4),
      });
    if (typeof value === 'object') return t(`missing.${value.missing}`);
    return value === 0 ? t('missing.coded') : t('missing.not-asked');
  };
}

/** Three columns of four steps, never one mean. */
export function SeverityByConstituency({
  values,
  names,
  kind = 'severity',
  words,
}: {
  readonly values: ByConstituency<SeverityValue>;
  readonly names?: Names | undefined;
  readonly kind?: 'severity' | 'prevalence' | 'evidence';
  readonly words?: StepWords | undefined;
}) {
  const { t, i18n } = useTranslation('ui');
  const word = useStepWord(words);
  const sentence = useSentence(i18n.language);
  const label = CONSTITUENCIES.map((seat) => {
    const value = values[seat];
    const code = typeof value === 'object' ? value.missing : value;
    return sentence(`${kind} ${seat} ${code} ${names?.[seat]}`, () =>
      t('severity.of', { who: names?.[seat] ?? t(`seat.${seat}`), value: word(value) }),
    );
  }).join(' · ');
  const whole = sentence(`${kind} ${label}`, () => t(`severity.${kind}`, { text: label }));
  return (
    <span className="severity" role="img" aria-label={whole} title={label}>
      {CONSTITUENCIES.map((seat) => {
        const value = values[seat];
        return (
          <span key={seat} className={`severity-column ${hueOf(seat)}`}>
            <b>{sentence(`letter ${seat}`, () => t(`seatLetter.${seat}`))}</b>
            {isStep(value) ? (
              <span className="severity-steps" data-step={value} />
            ) : (
              <span className="severity-missing">–</span>
            )}
          </span>
        );
      })}
    </span>
  );
}

/** The same for a detail pane: one line a constituency, with the word. */
export function SeverityList({
  values,
  names,
  words,
}: {
  readonly values: ByConstituency<SeverityValue>;
  readonly names?: Names | undefined;
  readonly words?: StepWords;
}) {
  const { t } = useTranslation('ui');
  return (
    <ul className="severity-list">
      {CONSTITUENCIES.map((seat) => {
        const value = values[seat];
        return (
          <li key={seat} style={seatStyle(seat)}>
            <ConstituencyTile seat={seat} name={names?.[seat]} size="s" />
            <Steps value={isStep(value) ? value : 0} />
            <span className={isStep(value) ? undefined : 'muted'}>
              {isStep(value)
                ? (words?.[value - 1] ?? t(`severity.${value}`))
                : typeof value === 'object'
                  ? t(`missing.${value.missing}`)
                  : value === 0
                    ? t('missing.coded')
                    : t('missing.not-asked')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Four boxes in a row; decorative, the word stands beside. */
export function Steps({ value }: { readonly value: number }) {
  return (
    <span className="steps" data-step={value} aria-hidden="true">
      {STEPS.map((step) => (
        <i key={step} className={step <= value ? 'on' : undefined} />
      ))}
    </span>
  );
}
