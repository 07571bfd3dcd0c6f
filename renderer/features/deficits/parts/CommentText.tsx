import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Comment } from '../../../../shared/domain/records/index.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { BestText } from '../../../ui/BestText.tsx';
import { ConstituencyTile } from '../../../ui/constituency.tsx';
import { useConstituencyNames } from '../../positions/index.ts';

export function CommentText({ comment }: { readonly comment: Comment }) {
  const { t } = useTranslation('deficits');
  const format = useFormat();
  const names = useConstituencyNames();
  const { constituency } = comment;
  return (
    <div className="deficits-comment">
      <p className="deficits-comment-head">
        {constituency ? (
          <>
            <ConstituencyTile seat={constituency} size="s" isDecorative />
            <strong>{names[constituency]}</strong>
          </>
        ) : (
          <strong>{t('comment.unattributed')}</strong>
        )}
        {comment.date && <span className="muted">{format.date(comment.date)}</span>}
        {comment.resolved && (
          <Badge tone="ok" icon={<Check size={12} aria-hidden />}>
            {t('comment.resolved')}
          </Badge>
        )}
      </p>
      <BestText texts={comment.body} />
    </div>
  );
}
