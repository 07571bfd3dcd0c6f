import { ArrowDown, ArrowUp, CopyCheck, GitMerge, Split, TriangleAlert, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SimilarPair } from '../../../shared/contract/index.ts';
import { invoke, useMutate } from '../../app/calls.ts';
import { useDossier } from '../../app/dossier.tsx';
import type { SectionProps } from '../../app/features.ts';
import { useShortcut } from '../../app/keyboard/useShortcut.ts';
import { Badge } from '../../ui/Badge.tsx';
import { BestText } from '../../ui/BestText.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { PageHead } from '../../ui/Card.tsx';
import { EmptyState, ErrorState, ProgressBar, Skeleton } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.ts';
import { JoinDialog } from './JoinDialog.tsx';
import { OneSide } from './OneSide.tsx';
import { SplitDialog } from './SplitDialog.tsx';
import { referenceOf, useDeficitView, useSuggestions } from './suggestions.ts';
import './duplicates.css';

const keyOf = ({ a, b }: SimilarPair): string => `${a} ${b}`;
/** A word and no figure: a score is a reason to look, and no measure of anything. */
const likenessOf = (score: number): 'high' | 'middle' | 'low' =>
  score >= 0.7 ? 'high' : score >= 0.5 ? 'middle' : 'low';

/** Pairs of deficits that may be one, each side by side with all positions, so that nobody joins a point away unseen. */
export function Screen({ dossierId }: SectionProps) {
  const { t } = useTranslation(['duplicates', 'positions']);
  const { data, error, refetch, isGoingOn } = useSuggestions(dossierId);
  const [chosen, setChosen] = useState<string>();
  const [open, setOpen] = useState<'join' | 'split'>();
  const { readOnly } = useDossier();
  const recall = useMutate('duplicates.recall');
  const dismiss = useMutate('duplicates.dismiss');
  const list = useRef<HTMLUListElement>(null);
  const pairs = data?.pairs ?? [];
  // What was joined or set aside leaves the list: the one that takes its place is looked at next.
  const last = useRef(0);
  const found = pairs.findIndex((pair) => keyOf(pair) === chosen);
  const index = found >= 0 ? found : Math.min(last.current, pairs.length - 1);
  const pair = pairs[index];
  useEffect(() => {
    if (index >= 0) last.current = index;
  }, [index]);
  // While the register is still compared likelier pairs come in above: the one that is looked at stays in sight.
  if (pair && keyOf(pair) !== chosen) setChosen(keyOf(pair));

  const step = (by: 1 | -1): boolean => {
    const next = pairs[index + by];
    if (!next || open) return false;
    setChosen(keyOf(next));
    const item = list.current?.querySelectorAll<HTMLElement>('button')[index + by];
    item?.focus();
    item?.scrollIntoView({ block: 'nearest' });
    return true;
  };
  const isWritable = readOnly === null;
  const canAct = pair !== undefined && isWritable && open === undefined;
  const setAside = (): void => {
    if (!canAct) return;
    const { a, b } = pair;
    dismiss.mutate(
      { dossier: dossierId, a, b },
      {
        onSuccess: () =>
          showToast({
            text: t('setAside', { a: nameOf(list.current, a), b: nameOf(list.current, b) }),
            action: {
              label: t('undo'),
              run: () => void invoke('duplicates.dismiss', { dossier: dossierId, a, b, isSame: true }),
            },
          }),
      },
    );
  };
  useShortcut({ key: 'ArrowDown' }, () => step(1), pairs.length > 0);
  useShortcut({ key: 'ArrowUp' }, () => step(-1), pairs.length > 0);
  useShortcut({ key: 'j' }, () => setOpen('join'), canAct);
  useShortcut({ key: 's' }, () => setOpen('split'), canAct);
  useShortcut({ key: 'x' }, setAside, canAct);

  return (
    <div className="screen">
      <PageHead
        title={t('title')}
        subtitle={data && pairs.length > 0 ? t('subtitle', { count: pairs.length }) : undefined}
        actions={
          (data?.setAside ?? 0) > 0 &&
          isWritable && (
            <>
              <span className="muted">{t('aside', { count: data?.setAside ?? 0 })}</span>
              <Button
                variant="quiet"
                isPending={recall.isPending}
                onPress={() => recall.mutate({ dossier: dossierId })}
              >
                {t('recall')}
              </Button>
            </>
          )
        }
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {dismiss.error && <ErrorState error={dismiss.error} size="inline" />}
      {!data && !error && <Skeleton lines={8} />}
      {isGoingOn && data && <ProgressBar label={t('comparing')} value={data.compared} max={data.total} />}
      {data && !isGoingOn && pairs.length === 0 && (
        <EmptyState icon={<CopyCheck size={28} strokeWidth={1.5} aria-hidden />} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      )}
      {pair && (
        <div className="duplicates-columns">
          <ul className="card duplicates-list" aria-label={t('list')} ref={list} data-region>
            {pairs.map((each) => (
              <PairItem
                key={keyOf(each)}
                dossierId={dossierId}
                pair={each}
                isChosen={each === pair}
                onChoose={() => setChosen(keyOf(each))}
              />
            ))}
          </ul>
          <section className="duplicates-pair" aria-label={t('pair')} data-region>
            <div className="row">
              {isWritable && (
                <>
                  <Button
                    variant="primary"
                    keyHint="J"
                    icon={<GitMerge size={15} aria-hidden />}
                    onPress={() => setOpen('join')}
                  >
                    {t('act.join')}
                  </Button>
                  <Button
                    keyHint="X"
                    icon={<X size={15} aria-hidden />}
                    isPending={dismiss.isPending}
                    onPress={setAside}
                  >
                    {t('act.notSame')}
                  </Button>
                  <Button keyHint="S" icon={<Split size={15} aria-hidden />} onPress={() => setOpen('split')}>
                    {t('act.split')}
                  </Button>
                </>
              )}
              <span className="grow" />
              <IconButton
                label={t('act.previous')}
                keyHint="↑"
                icon={<ArrowUp size={16} aria-hidden />}
                isDisabled={index === 0}
                onPress={() => step(-1)}
              />
              <IconButton
                label={t('act.next')}
                keyHint="↓"
                icon={<ArrowDown size={16} aria-hidden />}
                isDisabled={index === pairs.length - 1}
                onPress={() => step(1)}
              />
            </div>
            <p className="muted duplicates-small">{t('advice')}</p>
            <Pair
              key={keyOf(pair)}
              dossierId={dossierId}
              pair={pair}
              open={open}
              onClose={() => setOpen(undefined)}
            />
          </section>
        </div>
      )}
    </div>
  );
}

/** The number of a deficit as the list shows it. */
const nameOf = (list: HTMLElement | null, id: string): string =>
  list?.querySelector(`[data-deficit="${CSS.escape(id)}"]`)?.textContent ?? '';

function PairItem({
  dossierId,
  pair,
  isChosen,
  onChoose,
}: {
  readonly dossierId: string;
  readonly pair: SimilarPair;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const { t } = useTranslation('duplicates');
  const a = useDeficitView(dossierId, pair.a).view;
  const b = useDeficitView(dossierId, pair.b).view;
  return (
    <li>
      <button
        type="button"
        className="duplicates-item"
        tabIndex={isChosen ? 0 : -1}
        aria-current={isChosen}
        onClick={onChoose}
      >
        {[a, b].map((view, side) => (
          <span key={side === 0 ? pair.a : pair.b} className="duplicates-line">
            <bdi className="mono duplicates-ref" data-deficit={side === 0 ? pair.a : pair.b}>
              {referenceOf(view?.record.number)}
            </bdi>
            <span className="clip-2">
              <BestText texts={view?.record.title} isBlock={false} empty={view ? t('untitled') : null} />
            </span>
          </span>
        ))}
        <span className="duplicates-badges">
          <Badge>{t(`likeness.${likenessOf(pair.score)}`)}</Badge>
          {pair.differs.map((difference) => (
            <Badge key={difference} tone="warn" icon={<TriangleAlert size={12} aria-hidden />}>
              {t(`differs.${difference}`)}
            </Badge>
          ))}
        </span>
      </button>
    </li>
  );
}

function Pair({
  dossierId,
  pair,
  open,
  onClose,
}: {
  readonly dossierId: string;
  readonly pair: SimilarPair;
  readonly open: 'join' | 'split' | undefined;
  readonly onClose: () => void;
}) {
  const a = useDeficitView(dossierId, pair.a);
  const b = useDeficitView(dossierId, pair.b);
  const meanings = useMemo(() => new Set(pair.words), [pair.words]);
  const error = a.error ?? b.error;
  if (error) return <ErrorState error={error} size="inline" />;
  if (!a.view || !b.view) return <Skeleton lines={6} />;
  const sides = [a.view, b.view] as const;
  return (
    <>
      <div className="duplicates-sides">
        {sides.map((view) => (
          <OneSide key={view.record.id} dossierId={dossierId} view={view} meanings={meanings} />
        ))}
      </div>
      {open === 'join' && <JoinDialog dossierId={dossierId} sides={sides} onClose={onClose} />}
      {open === 'split' && <SplitDialog dossierId={dossierId} sides={sides} onClose={onClose} />}
    </>
  );
}
