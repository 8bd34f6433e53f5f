import { CircleCheck, Users } from "lucide-react";
import { Alert } from "../ui/alert";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { ListSkeleton } from "../ui/list-skeleton";
import { ProgressBar } from "../ui/progress-bar";
import { SkeletonLine } from "../ui/skeleton";
import { TableSkeleton } from "../ui/table-skeleton";
import { Spinner } from "../ui/spinner";
import { Group, Specimen } from "./specimen";
import { useDesignWords } from "./use-design-words";

const TONES = ["neutral", "brand", "positive", "warning", "negative"] as const;

export function Notices() {
  const words = useDesignWords();
  const { state } = words;
  return (
    <Group id="notices" title={words.group.notices}>
      <Specimen state={state.failed}><Alert title={words.refused} isLive={false}>{words.refusedText}</Alert></Specimen>
      <Specimen state={state.normal}>
        <div className="space-y-2">
          <Alert tone="warning" isLive={false}>{words.warned}</Alert>
          <Alert tone="positive" isLive={false}>{words.done}</Alert>
          <Alert tone="info" isLive={false}>{words.told}</Alert>
        </div>
      </Specimen>
      <Specimen state={state.long}><Alert tone="info" title={words.long} isLive={false}>{words.long}</Alert></Specimen>
      <Specimen state={state.normal}>
        <div className="flex flex-wrap gap-2">{TONES.map((tone) => <Badge key={tone} tone={tone}>{words.badge[tone]}</Badge>)}</div>
      </Specimen>
      <Specimen state={state.withIcon}>
        <div className="flex flex-wrap gap-2">{TONES.map((tone) => <Badge key={tone} tone={tone} icon={CircleCheck}>{words.badge[tone]}</Badge>)}</div>
      </Specimen>
      <Specimen state={state.empty}>
        <EmptyState icon={Users} title={words.nothing} action={<Button tone="primary">{words.register}</Button>}>{words.nothingText}</EmptyState>
      </Specimen>
      <Specimen state={state.failed}><ErrorState title={words.failed} retryLabel={words.retry} onRetry={() => undefined}>{words.failedText}</ErrorState></Specimen>
      <Specimen state={state.pending}><ProgressBar label={words.progress} share={0.64} valueLabel={words.progressShare} /></Specimen>
      <Specimen state={state.unknown}><ProgressBar label={words.progress} share={null} /></Specimen>
      <Specimen state={state.pending}><Spinner /></Specimen>
      <Specimen state={state.loading}><div className="space-y-2"><SkeletonLine className="w-40" /><SkeletonLine className="w-64" /></div></Specimen>
      <Specimen state={state.loading}><ListSkeleton label={words.loading} lines={3} /></Specimen>
      <Specimen state={state.loading} isWide><TableSkeleton label={words.loading} rows={3} /></Specimen>
    </Group>
  );
}
