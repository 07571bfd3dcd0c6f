import { useTranslation } from 'react-i18next';
import { useCountryOptions } from '../../../app/countries.ts';
import { useSettings } from '../../../app/settings.tsx';
import { LANGS, LANGUAGE_NAMES } from '../../../i18n/locale.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Card } from '../../../ui/Card.tsx';
import { RadioGroup } from '../../../ui/Choice.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';

const DIGITS = ['latn', 'arab'] as const;
const CALENDARS = ['gregory', 'islamic-umalqura'] as const;

/** Language, region, digits and calendar are chosen apart from each other; below them what they do. */
export function Locale() {
  const { t } = useTranslation('settings');
  const { settings, change } = useSettings();
  const format = useFormat();
  const regions = useCountryOptions('iso2');
  const isArabic = settings.language === 'ar';
  return (
    <Card title={t('locale.title')}>
      <div className="form">
        <RadioGroup
          label={t('locale.language')}
          layout="row"
          options={LANGS.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
          value={settings.language}
          onChange={(language) => change({ language })}
        />
        <ComboBox
          label={t('locale.region')}
          description={t('locale.regionHelp')}
          options={regions}
          value={settings.region}
          valueLabel={format.region(settings.region)}
          onChange={(region) => {
            if (region) change({ region });
          }}
        />
        <RadioGroup
          label={t('locale.digits')}
          description={isArabic ? undefined : t('locale.digitsArabicOnly')}
          layout="row"
          options={DIGITS.map((id) => ({ id, label: t(`locale.digit.${id}`) }))}
          value={settings.digits}
          onChange={(digits) => change({ digits })}
          isDisabled={!isArabic}
        />
        <RadioGroup
          label={t('locale.calendar')}
          description={t('locale.calendarHelp')}
          options={CALENDARS.map((id) => ({ id, label: t(`locale.calendars.${id}`) }))}
          value={settings.calendar}
          onChange={(calendar) => change({ calendar })}
        />
        <Example />
      </div>
    </Card>
  );
}

/** The same day, number and amount whatever is chosen, so that only the way of writing them changes. */
const DAY = '2026-03-20';
const FIGURE = 1_234_567.5;
const AMOUNT = { minor: 250_000_050, currency: 'MAD' } as const;

function Example() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  return (
    <dl className="settings-example" aria-label={t('example.title')}>
      <div>
        <dt>{t('example.date')}</dt>
        <dd>{format.date(DAY, 'long')}</dd>
      </div>
      <div>
        <dt>{t('example.number')}</dt>
        <dd className="num">{format.number(FIGURE)}</dd>
      </div>
      <div>
        <dt>{t('example.money')}</dt>
        <dd className="num">{format.money(AMOUNT.minor, AMOUNT.currency)}</dd>
      </div>
    </dl>
  );
}
