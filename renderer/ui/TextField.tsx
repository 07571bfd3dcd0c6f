import { type FocusEventHandler, type HTMLAttributes, useLayoutEffect, useRef } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { classes } from './classes.ts';
import { autoDir, FieldLabel, FieldNotes, type FieldProps } from './field.tsx';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: FocusEventHandler | undefined;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  /** Language of what is typed; sets direction too. Without it direction follows the text. */
  readonly lang?: string | undefined;
}

const direction = (lang: string | undefined, value: string): 'rtl' | 'ltr' | 'auto' | undefined =>
  lang ? (lang === 'ar' ? 'rtl' : 'ltr') : autoDir(value);

function rootProps(props: TextFieldProps) {
  const { value, onChange, error, isRequired, isDisabled, isReadOnly, autoFocus, onBlur, maxLength } = props;
  return {
    value,
    onChange,
    isInvalid: error !== undefined,
    ...(isRequired && { isRequired }),
    ...(isDisabled && { isDisabled }),
    ...(isReadOnly && { isReadOnly }),
    ...(autoFocus && { autoFocus }),
    ...(onBlur && { onBlur }),
    ...(maxLength && { maxLength }),
    validationBehavior: 'aria' as const,
  };
}

/** Attributes left out are left out: `lang=""` would say that the language is unknown. */
function inputProps({ lang, value, placeholder }: TextFieldProps) {
  const dir = direction(lang, value);
  return { ...(placeholder && { placeholder }), ...(lang && { lang }), ...(dir && { dir }) };
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  return (
    <AriaTextField {...rootProps(props)} className={classes('field', props.className)}>
      <FieldLabel {...props} />
      <Input
        className="input"
        {...inputProps(props)}
        {...(props.inputMode && { inputMode: props.inputMode })}
      />
      <FieldNotes {...props} />
    </AriaTextField>
  );
}

export interface TextAreaProps extends TextFieldProps {
  readonly minRows?: number;
}

/** Several lines; grows with the text, so nothing typed is hidden. */
export function TextArea({ minRows = 3, ...props }: TextAreaProps) {
  const ref = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text, read from the element
  useLayoutEffect(() => {
    const area = ref.current;
    if (!area || CSS.supports('field-sizing', 'content')) return;
    area.style.blockSize = 'auto';
    area.style.blockSize = `${area.scrollHeight + 2}px`;
  }, [props.value]);
  return (
    <AriaTextField {...rootProps(props)} className={classes('field', props.className)}>
      <FieldLabel {...props} />
      <AriaTextArea ref={ref} className="input textarea" rows={minRows} {...inputProps(props)} />
      <FieldNotes {...props} />
    </AriaTextField>
  );
}
