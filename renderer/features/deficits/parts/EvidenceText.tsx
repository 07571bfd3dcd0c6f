import { Paperclip } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isMissing } from '../../../../shared/domain/fields.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import type { Evidence } from '../../../../shared/domain/records/index.ts';
import { labelIn, labelOf } from '../../../../shared/reference/index.ts';
import { invoke } from '../../../app/calls.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { saveDownload } from '../../../platform/index.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { BestText } from '../../../ui/BestText.tsx';
import { Button } from '../../../ui/Button.tsx';
import { CONSTITUENCIES, ConstituencyTile } from '../../../ui/constituency.tsx';
import { useErrorText } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useLarge } from '../../editing/index.ts';
import { useConstituencyNames } from '../../positions/index.ts';

/** What an item of evidence says, from where, and who agrees with it. */
export function EvidenceText({
  dossierId,
  evidence,
  cause,
}: {
  readonly dossierId: string;
  readonly evidence: Evidence;
  /** The text of the cause or effect it speaks for. */
  readonly cause?: string | undefined;
}) {
  const { t } = useTranslation(['deficits', 'coding', 'ui']);
  const lang = useLang();
  const format = useFormat();
  const names = useConstituencyNames();
  const errorText = useErrorText();
  const indicators = useLarge('indicators', evidence.indicator !== undefined);
  const { standing = {} } = evidence;
  const { refArea, sex, classification, observation, vintage } = evidence;
  const coded = [
    ...[refArea, sex, classification, observation].filter((code) => code !== undefined),
    ...(vintage ? [t('coding:evidence.vintageOf', { day: format.date(vintage) })] : []),
  ];
  const download = async (id: string): Promise<void> => {
    try {
      await saveDownload(await invoke('attachment.download', { dossier: dossierId, id }));
    } catch (thrown) {
      const text = errorText(thrown);
      showToast({ tone: 'bad', text: `${text.what} ${text.do}` });
    }
  };
  return (
    <div className="deficits-evidence">
      <p className="deficits-evidence-head">
        {evidence.kind && <Badge>{t(`evidence.kinds.${evidence.kind}`)}</Badge>}
        {evidence.strength !== undefined && (
          <Badge>
            {isMissing(evidence.strength)
              ? t(`ui:missing.${evidence.strength.missing}`)
              : labelOf('evidence-strength', evidence.strength, lang)}
          </Badge>
        )}
      </p>
      {(evidence.figure || evidence.indicator) && (
        <p>
          {evidence.figure && (
            <strong className="num deficits-figure">
              <bdi>
                {format.decimal(evidence.figure)} {evidence.unit}
              </bdi>
            </strong>
          )}{' '}
          {evidence.year !== undefined && <span className="muted num">{String(evidence.year)}</span>}{' '}
          {evidence.indicator && (
            <bdi>{indicators ? labelIn(indicators, evidence.indicator, lang) : evidence.indicator}</bdi>
          )}
        </p>
      )}
      {coded.length > 0 && (
        <p className="muted">
          <bdi>{coded.join(' · ')}</bdi>
        </p>
      )}
      {pick(evidence.note, lang) && <BestText texts={evidence.note} />}
      {pick(evidence.quote, lang) && (
        <blockquote>
          <BestText texts={evidence.quote} />
        </blockquote>
      )}
      {pick(evidence.source, lang) && (
        <div className="deficits-source">
          <span className="muted">{t('evidence.sourceOf')}</span>{' '}
          <BestText texts={evidence.source} isBlock={false} />
        </div>
      )}
      {cause !== undefined && <p className="muted">{t('coding:evidence.causeOf', { cause })}</p>}
      {CONSTITUENCIES.some((seat) => standing[seat]) && (
        <ul className="deficits-standing">
          {CONSTITUENCIES.flatMap((seat) => {
            const said = standing[seat];
            if (!said) return [];
            return (
              <li key={seat}>
                <ConstituencyTile seat={seat} name={names[seat]} size="s" />
                {t(`evidence.standing.${said}`)}
              </li>
            );
          })}
        </ul>
      )}
      {evidence.attachment && (
        <Button
          variant="quiet"
          icon={<Paperclip size={14} aria-hidden />}
          onPress={() => void download(evidence.attachment as string)}
        >
          {t('evidence.download')}
        </Button>
      )}
    </div>
  );
}
