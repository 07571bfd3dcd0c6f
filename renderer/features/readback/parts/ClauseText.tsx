import type { Texts } from '../../../../shared/domain/fields.ts';
import { directionOf, LANGS } from '../../../../shared/domain/languages.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { TextStatusMark } from '../../../ui/Badge.tsx';

/** The text in every language of the dialogue that it is in, each in its own direction. */
export function ClauseText({ body }: { readonly body: Texts | undefined }) {
  const { languages } = useDossier();
  const shown = LANGS.filter((lang) => body?.[lang] && (languages.length === 0 || languages.includes(lang)));
  return (
    <div className="readback-text">
      {shown.map((lang) => (
        <div key={lang}>
          <p lang={lang} dir={directionOf(lang)}>
            {body?.[lang]?.text}
          </p>
          {body?.[lang]?.status === 'draft' && <TextStatusMark status="draft" />}
        </div>
      ))}
    </div>
  );
}
