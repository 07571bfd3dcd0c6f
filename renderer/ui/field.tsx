import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { useTranslation } from 'react-i18next';

/** What every labelled field accepts. */
export interface FieldProps {
  readonly label: string;
  /** Hides the label from the eye only. */
  readonly hideLabel?: boolean | undefined;
  readonly description?: ReactNode;
  /** A sentence when the value cannot stand; marks the field invalid. */
  readonly error?: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly className?: string | undefined;
}

export function FieldLabel({
  label,
  isRequired,
  hideLabel,
}: Pick<FieldProps, 'label' | 'isRequired' | 'hideLabel'>) {
  const { t } = useTranslation('ui');
  return (
    <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>
      {/* The space keeps Arabic letters of the two words from joining. */}
      {label} {isRequired && <span className="field-required">{t('field.required')}</span>}
    </Label>
  );
}

/** Description and error below a field, bound to it for screen readers. */
export function FieldNotes({ description, error }: Pick<FieldProps, 'description' | 'error'>) {
  return (
    <>
      {description && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </>
  );
}

/** `dir=auto` only with a value: on an empty field it falls to left-to-right and scrambles an Arabic placeholder. */
export const autoDir = (value: string | undefined): 'auto' | undefined => (value ? 'auto' : undefined);
