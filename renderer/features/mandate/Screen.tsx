import { ListChecks } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../shared/contract/index.ts';
import { useCall } from '../../app/calls.ts';
import type { SectionProps } from '../../app/features.ts';
import { LANGUAGE_NAMES } from '../../i18n/locale.ts';
import { AreaIcon } from '../../ui/AreaIcon.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card, PageHead } from '../../ui/Card.tsx';
import { CheckboxGroup, RadioGroup } from '../../ui/Choice.tsx';
import { SplitPane } from '../../ui/SplitPane.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useIsNarrow } from '../../ui/useMedia.ts';
import {
  AREA_CODES,
  AsPasted,
  ChoiceField,
  Conflicts,
  DayField,
  RecordProvider,
  TextsField,
  useAreaName,
  useSet,
  useValue,
} from '../editing/index.ts';
import { CountryField } from './parts/Country.tsx';
import { DecisionRuleField } from './parts/DecisionRuleField.tsx';
import { FloorRules } from './parts/FloorRules.tsx';
import { Keeper } from './parts/Keeper.tsx';
import { LabelsTable } from './parts/LabelsTable.tsx';
import { LanguagesField } from './parts/Languages.tsx';
import { QuorumRuleField } from './parts/QuorumRuleField.tsx';
import { Side } from './parts/Side.tsx';
import { openQuestions, placeOf } from './questions.ts';
import './mandate.css';

/** The mandate of the dialogue: what the report prints as its first page. */
export function Screen({ dossierId }: SectionProps) {
  const { t } = useTranslation(['mandate', 'editing', 'history', 'common']);
  const { data, error, refetch } = useCall(
    'record.get',
    { dossier: dossierId, type: 'dossier', id: dossierId },
    { recordTypes: ['dossier'] },
  );
  const view = data as RecordView<'dossier'> | undefined;
  const isNarrow = useIsNarrow();
  const [isSideOpen, setSideOpen] = useState(false);
  const main = useRef<HTMLDivElement>(null);
  const goTo = (place: string): void => {
    setSideOpen(false);
    // After the drawer has closed, which gives the focus back to where it came from.
    requestAnimationFrame(() => {
      const card = main.current?.querySelector<HTMLElement>(`#${place}`);
      card?.scrollIntoView({ block: 'start' });
      card?.querySelector<HTMLElement>('textarea, input, button:not([role=tab])')?.focus();
    });
  };
  const open = view ? openQuestions(view.record).length : undefined;
  return (
    <SplitPane
      detailLabel={t('side')}
      isDetailOpen={isSideOpen}
      onDetailClose={() => setSideOpen(false)}
      main={
        <div className="mandate" ref={main}>
          <PageHead
            title={t('title')}
            subtitle={t('subtitle')}
            actions={
              isNarrow && view ? (
                <Button icon={<ListChecks size={15} aria-hidden />} onPress={() => setSideOpen(true)}>
                  {open ? t('open.count', { count: open }) : t('side')}
                </Button>
              ) : undefined
            }
          />
          {error && <ErrorState error={error} onRetry={() => void refetch()} />}
          {!view && !error && <Skeleton lines={8} />}
          {view && (
            <RecordProvider dossierId={dossierId} type="dossier" view={view}>
              <Conflicts />
              <Form view={view} />
            </RecordProvider>
          )}
        </div>
      }
      detail={view && <Side dossier={view.record} onGoTo={goTo} />}
    />
  );
}

function Form({ view }: { readonly view: RecordView<'dossier'> }) {
  const { t } = useTranslation('mandate');
  const { languages } = view.record;
  return (
    <>
      <Card title={t('card.dialogue')}>
        <div className="form">
          <TextsField name="title" label={t('field.title')} multiline={false} maxLength={300} />
          <div className="grid-2">
            <CountryField />
            <ChoiceField
              name="authenticLanguage"
              label={t('field.authenticLanguage')}
              description={t('help.authenticLanguage')}
              options={(languages ?? []).map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
              placeholder={t('choose')}
              noneLabel={t('noChoice')}
            />
            <DayField name="start" label={t('field.start')} />
            <DayField name="end" label={t('field.end')} />
          </div>
          <LanguagesField />
          <TextsField
            name="interpretation"
            label={t('field.interpretation')}
            description={t('help.interpretation')}
            minRows={2}
            maxLength={2000}
          />
        </div>
      </Card>
      <QuestionCard question="convenor">
        <TextsField
          name="convenor"
          label={t('field.convenor')}
          description={t('help.convenor')}
          multiline={false}
          maxLength={500}
        />
        <TextsField name="legalBasis" label={t('field.legalBasis')} minRows={2} maxLength={5000} />
      </QuestionCard>
      <QuestionCard question="scope">
        <TextsField name="scope" label={t('field.scope')} description={t('help.scope')} maxLength={5000} />
        <AreasField />
        <WiderGroundsField />
      </QuestionCard>
      <QuestionCard question="decisionRule">
        <DecisionRuleField />
        <QuorumRuleField />
      </QuestionCard>
      <QuestionCard question="attribution">
        <AttributionField />
      </QuestionCard>
      <QuestionCard question="useOfResults">
        <TextsField
          name="useOfResults"
          label={t('field.useOfResults')}
          description={t('help.useOfResults')}
          maxLength={5000}
        />
      </QuestionCard>
      <Card title={t('card.floor')}>
        <div className="form">
          <FloorRules />
        </div>
      </Card>
      <Card title={t('card.keeper')}>
        <div className="form">
          <Keeper view={view} />
        </div>
      </Card>
      <Card title={t('card.work')}>
        <div className="form">
          <TextsField name="method" label={t('field.method')} maxLength={5000} />
          <TextsField
            name="conclusions"
            label={t('field.conclusions')}
            description={t('help.conclusions')}
            maxLength={10_000}
          />
          <AsPasted of={view.record} />
        </div>
      </Card>
      <Card title={t('card.labels')}>
        <p className="muted mandate-note">{t('labels.note')}</p>
        <LabelsTable />
      </Card>
    </>
  );
}

/** A card that answers one of the five questions; the question is its title. */
function QuestionCard({
  question,
  children,
}: {
  readonly question: Parameters<typeof placeOf>[0];
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('mandate');
  return (
    <div id={placeOf(question)} className="mandate-question">
      <Card title={t(`question.${question}`)}>
        <div className="form">{children}</div>
      </Card>
    </div>
  );
}

function AreasField() {
  const { t } = useTranslation('mandate');
  const areaName = useAreaName();
  const { value, setAll, isReadOnly, error } = useSet('areas');
  return (
    <CheckboxGroup
      label={t('field.areas')}
      options={AREA_CODES.map((id) => ({ id, label: areaName(id), icon: <AreaIcon area={id} /> }))}
      value={value as readonly (typeof AREA_CODES)[number][]}
      isReadOnly={isReadOnly}
      error={error}
      onChange={setAll}
    />
  );
}

const ASKED = ['asked', 'not-asked'] as const;

/** A set of grounds that a dialogue may leave unasked; asked is what nobody has switched off. */
function WiderGroundsField() {
  const { t } = useTranslation('mandate');
  const { value, set, isReadOnly, error } = useValue<(typeof ASKED)[number]>('widerGrounds');
  return (
    <RadioGroup
      label={t('widerGrounds.label')}
      description={t('widerGrounds.help')}
      layout="row"
      options={ASKED.map((id) => ({ id, label: t(`widerGrounds.${id}`) }))}
      value={value ?? 'asked'}
      isReadOnly={isReadOnly}
      error={error}
      onChange={set}
    />
  );
}

const ATTRIBUTIONS = ['named', 'organization', 'group', 'none'] as const;

function AttributionField() {
  const { t } = useTranslation('mandate');
  const { value, set, isReadOnly, error } = useValue<(typeof ATTRIBUTIONS)[number]>('attribution');
  return (
    <RadioGroup
      label={t('field.attribution')}
      description={t('help.attribution')}
      layout="cards"
      options={ATTRIBUTIONS.map((id) => ({
        id,
        label: t(`attribution.name.${id}`),
        hint: t(`attribution.hint.${id}`),
      }))}
      value={value}
      isReadOnly={isReadOnly}
      error={error}
      onChange={set}
    />
  );
}
