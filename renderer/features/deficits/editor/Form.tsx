import { FileQuestion } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { labelOf } from '../../../../shared/reference/index.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { CONSTITUENCIES, ConstituencyTile } from '../../../ui/constituency.tsx';
import { type Option, Select } from '../../../ui/Select.tsx';
import { Notice } from '../../../ui/states.tsx';
import { AsPasted, useAreaOfSubTopic } from '../../editing/index.ts';
import { useConstituencyNames } from '../../positions/index.ts';
import { useAreaNames } from '../areas.ts';
import { AREA_CODES } from '../codes.ts';
import { useEvidence } from '../queries.ts';
import { CONFIDENTIALITY_LEVELS } from '../register/address.ts';
import { CodedField, CodesField, HistoryOf, TextsField, useValue } from './fields.tsx';
import { NationalCodes } from './NationalCodes.tsx';
import { Norms } from './Norms.tsx';
import { RaisedByField, SessionField } from './Origin.tsx';
import {
  useGroundOptions,
  useInstrumentOptions,
  useLevelOptions,
  useOptions,
  useSdgOptions,
  useSubTopicOptions,
} from './options.ts';
import { useRecordEditing } from './record.tsx';
import { today } from './today.ts';

/** What a deficit is: its text, what it is coded to, how grave each constituency finds it, who may read it. */
export function Form({
  dossierId,
  isNew,
  isNextStepShown,
}: {
  readonly dossierId: string;
  readonly isNew: boolean;
  readonly isNextStepShown: boolean;
}) {
  const { t } = useTranslation(['deficits', 'coding']);
  const { id, members, isReadOnly } = useRecordEditing();
  const affectedGroups = useOptions('affected-groups');
  const programmes = useOptions('priority-action-programmes');
  const instruments = useInstrumentOptions();
  const targets = useSdgOptions('target');
  const indicators = useSdgOptions('indicator');
  const sectors = useOptions('sectors');
  const formality = useOptions('formality');
  return (
    <>
      <Card title={t('editor.text')}>
        <div className="form">
          <TextsField
            name="title"
            label={t('field.title')}
            multiline={false}
            maxLength={300}
            autoFocus={isNew}
            className="deficits-title-field"
          />
          <TextsField
            name="statement"
            label={t('field.statement')}
            description={t('editor.statementHelp')}
            minRows={6}
            maxLength={10_000}
          />
          <AsPasted of={members} />
          {isNextStepShown && (
            <TextsField
              name="nextStep"
              label={t('field.nextStep')}
              description={t('editor.nextStepHelp')}
              minRows={2}
              maxLength={2000}
            />
          )}
        </div>
      </Card>
      <Card title={t('editor.coding')}>
        <div className="form">
          <AreaFields />
          <CodesField name="affectedGroups" label={t('field.affectedGroups')} options={affectedGroups} />
          <GroundsField dossierId={dossierId} />
          <CodesField
            name="instruments"
            label={t('field.instruments')}
            description={t('editor.notAFinding')}
            options={instruments}
            showCodes
          />
          <CodesField name="sdgTargets" label={t('field.sdgTargets')} options={targets} showCodes />
          <CodesField name="sdgIndicators" label={t('field.sdgIndicators')} options={indicators} showCodes />
          <CodesField name="priorityProgrammes" label={t('coding:programmes')} options={programmes} />
          {!isReadOnly && <NationalCodes dossierId={dossierId} />}
        </div>
      </Card>
      <Card title={t('coding:norm.title')}>
        <Norms dossierId={dossierId} deficit={id} isReadOnly={isReadOnly} />
      </Card>
      <Card title={t('editor.assessment')}>
        <div className="form">
          <ByConstituency />
          <p className="muted">{t('editor.strengthHelp')}</p>
          <LackOfEvidence dossierId={dossierId} />
          <EvidenceOfNobody />
        </div>
      </Card>
      <Card title={t('editor.where')}>
        <div className="form">
          <TextsField name="geography" label={t('field.geography')} multiline={false} maxLength={300} />
          <div className="grid-2">
            <CodedField name="sector" label={t('field.sector')} options={sectors} />
            <CodedField name="formality" label={t('field.formality')} options={formality} />
          </div>
        </div>
      </Card>
      <Card title={t('editor.origin')}>
        <div className="form">
          <RaisedByField />
          <SessionField dossierId={dossierId} />
        </div>
      </Card>
      <Card title={t('editor.readers')}>
        <div className="form">
          <ConfidentialityField />
        </div>
      </Card>
    </>
  );
}

/** Of the wider grounds none is offered where the dialogue does not ask about them; what was chosen before stays. */
function GroundsField({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation(['deficits', 'coding']);
  const chosen = useRecordEditing().members.grounds as readonly string[] | undefined;
  const { offered, asksWider } = useGroundOptions(dossierId, chosen);
  return (
    <CodesField
      name="grounds"
      label={t('field.grounds')}
      description={asksWider ? undefined : t('coding:notAsked')}
      options={offered}
    />
  );
}

/** Said and never forbidden: a severity is what a constituency says, with evidence or without. */
function LackOfEvidence({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation('coding');
  const { id, members } = useRecordEditing();
  const { views } = useEvidence(dossierId, id);
  const severity = Object.values((members.severity ?? {}) as { readonly [seat: string]: unknown });
  if (views?.length !== 0 || !severity.some((value) => typeof value === 'number')) return null;
  return (
    <Notice tone="warn" icon={<FileQuestion size={16} aria-hidden />}>
      {t('evidence.lacking')}
    </Notice>
  );
}

/** Area and sub-topic: a sub-topic belongs to its area and leaves with it. */
function AreaFields() {
  const { t } = useTranslation('deficits');
  const areas = useAreaNames();
  const { members, edit, conflicts, isReadOnly } = useRecordEditing();
  const area = useValue<string>('area');
  const subTopic = useValue<string>('subTopic');
  const areaOf = useAreaOfSubTopic();
  const ofArea = useSubTopicOptions(area.value);
  const known = area.value ? ofArea : [];
  // One that no list knows any more is shown by its code: nothing recorded is hidden.
  const held = subTopic.value;
  const subTopics =
    held === undefined || known.some(({ id }) => id === held) ? known : [...known, { id: held, label: held }];
  return (
    <>
      <HistoryOf field="area">
        <Select
          label={t('field.area')}
          options={AREA_CODES.map((id) => ({ id, label: areas.full(id), icon: <AreaIcon area={id} /> }))}
          value={area.value}
          placeholder={t('area.none')}
          isReadOnly={area.isReadOnly}
          error={area.error}
          onChange={(next) => {
            const leaves = members.subTopic !== undefined && areaOf(String(members.subTopic)) !== next;
            // Both in one step, so that one undo takes both back.
            if (leaves && !isReadOnly && !conflicts.includes('subTopic'))
              void edit({ area: next, subTopic: null });
            else area.set(next);
          }}
        />
      </HistoryOf>
      <HistoryOf field="subTopic">
        <Select
          label={t('field.subTopic')}
          options={subTopics}
          value={subTopic.value}
          placeholder={area.value ? t('editor.chooseSubTopic') : t('editor.areaFirst')}
          isReadOnly={subTopic.isReadOnly}
          isDisabled={subTopics.length === 0}
          error={subTopic.error}
          onChange={subTopic.set}
        />
      </HistoryOf>
    </>
  );
}

/**
 * A strength of evidence that was recorded without a constituency: shown where there is one, to be edited or cleared.
 * It makes none of the three columns and is made of none. Once shown it stays, so that clearing can be taken back.
 */
function EvidenceOfNobody() {
  const { t } = useTranslation('deficits');
  const strengths = useOptions('evidence-strength');
  const isThere = useRecordEditing().members.evidenceStrength !== undefined;
  const [wasThere, setWasThere] = useState(isThere);
  if (isThere && !wasThere) setWasThere(true);
  if (!isThere && !wasThere) return null;
  return (
    <CodedField
      name="evidenceStrength"
      label={t('field.evidenceStrength')}
      description={t('editor.ofNobodyHelp')}
      options={strengths}
    />
  );
}

/** Severity, prevalence and strength of evidence as each constituency sees them: three columns, never one figure. */
function ByConstituency() {
  const { t } = useTranslation('deficits');
  const names = useConstituencyNames();
  const severity = useOptions('severity');
  const prevalence = useOptions('prevalence');
  const strengths = useOptions('evidence-strength');
  return (
    <table className="deficits-by">
      <thead>
        <tr>
          <td />
          {CONSTITUENCIES.map((seat) => (
            <th key={seat} scope="col">
              <span className="row">
                <ConstituencyTile seat={seat} size="s" isDecorative />
                {names[seat]}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('field.severity')}</th>
          {CONSTITUENCIES.map((seat) => (
            <td key={seat}>
              <CodedField
                name="severity"
                at={seat}
                label={t('editor.of', { field: t('field.severity'), who: names[seat] })}
                hideLabel
                options={severity}
                parse={Number}
              />
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('field.prevalence')}</th>
          {CONSTITUENCIES.map((seat) => (
            <td key={seat}>
              <CodedField
                name="prevalence"
                at={seat}
                label={t('editor.of', { field: t('field.prevalence'), who: names[seat] })}
                hideLabel
                options={prevalence}
              />
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('field.evidenceHeld')}</th>
          {CONSTITUENCIES.map((seat) => (
            <td key={seat}>
              <CodedField
                name="evidenceHeld"
                at={seat}
                label={t('editor.of', { field: t('field.evidenceHeld'), who: names[seat] })}
                hideLabel
                options={strengths}
              />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** Who may read the record, said in words; an embargo ends only when a person releases it. */
function ConfidentialityField() {
  const { t } = useTranslation('deficits');
  const lang = useLang();
  const format = useFormat();
  const level = useValue<string>('confidentiality');
  const released = useValue<string>('released');
  const known = CONFIDENTIALITY_LEVELS.find((id) => id === level.value);
  const options: readonly Option[] = useLevelOptions();
  return (
    <>
      <HistoryOf field="confidentiality">
        <Select
          label={t('field.confidentiality')}
          options={
            level.value && !known
              ? [...options, { id: level.value, label: labelOf('confidentiality-levels', level.value, lang) }]
              : options
          }
          value={level.value}
          placeholder={t('editor.chooseLevel')}
          isReadOnly={level.isReadOnly}
          error={level.error}
          description={known && t(`lets.${known}`)}
          onChange={level.set}
        />
      </HistoryOf>
      {level.value === 'embargoed' && (
        <div className="field">
          <span className="field-label">{t('field.released')}</span>
          <div className="row">
            <span role="status">
              {released.value
                ? t('editor.releasedOn', { day: format.date(released.value) })
                : t('editor.notReleased')}
            </span>
            {!released.isReadOnly && (
              <Button onPress={() => released.set(released.value ? undefined : today())}>
                {t(released.value ? 'editor.takeBackRelease' : 'editor.release')}
              </Button>
            )}
          </div>
          {released.error && <p className="field-error">{released.error}</p>}
        </div>
      )}
    </>
  );
}
