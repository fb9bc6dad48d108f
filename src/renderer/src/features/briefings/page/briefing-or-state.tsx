import { Skeleton } from '@mantine/core'
import type { Briefing } from '#shared/briefings.ts'
import { describeProblem } from '../../../bridge/problem.ts'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { BriefingLetter } from '../letter/briefing-letter.tsx'

/** The briefing, or why it is not there yet. */
export function BriefingOrState(props: {
  readonly query: { readonly data: Briefing | undefined; readonly error: Error | null; readonly refetch: () => unknown }
}) {
  const { data, error, refetch } = props.query
  if (data) return <BriefingLetter briefing={data} />
  if (error) return <ProblemBlank {...describeProblem(error)} onRetry={() => void refetch()} />
  return (
    <output aria-label="Writing the briefing">
      <Skeleton height={96} radius="lg" mb={16} />
      <Skeleton height={260} radius="lg" />
    </output>
  )
}
