import { Skeleton } from '@mantine/core'
import type { Experiment } from '#shared/experiments.ts'
import { describeProblem } from '../../bridge/problem.ts'
import { Section } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { ForYouColumn } from '../recommendations/index.ts'
import { ExperimentCard } from './experiment-card.tsx'
import classes from './experiments-page.module.css'
import { StartForm } from './start-form.tsx'
import { useExperiments } from './use-experiments.ts'

/** Two sets of weights against each other: the one that is going on, a way to start one, and those that ended. */
export function ExperimentsPage() {
  const experiments = useExperiments()
  return (
    <ForYouColumn>
      <title>Experiments · Career Copilot</title>
      {experiments.error && !experiments.data && (
        <ProblemBlank {...describeProblem(experiments.error)} onRetry={() => void experiments.refetch()} />
      )}
      {experiments.isPending && (
        <output aria-label="Loading the experiments">
          <Skeleton height={360} radius="lg" />
        </output>
      )}
      {experiments.data && <Found experiments={experiments.data} />}
    </ForYouColumn>
  )
}

function Found({ experiments }: { readonly experiments: readonly Experiment[] }) {
  const active = experiments.find(({ stoppedAt }) => stoppedAt === null)
  const ended = experiments.filter(({ stoppedAt }) => stoppedAt !== null)
  return (
    <>
      {active ? (
        <Section id="experiment-title" title="Going on now">
          <ExperimentCard experiment={active} />
        </Section>
      ) : (
        <Section
          id="experiment-start"
          title="Let two sets of weights compete"
          aside="Your lists use one or the other, a day each. What you open and apply for shows which brings you better jobs."
        >
          <StartForm />
        </Section>
      )}
      <Section id="experiments-ended" title="Ended">
        {ended.length === 0 ? (
          <p className={classes.none}>None yet. One that is stopped stays here with its figures.</p>
        ) : (
          <div className={classes.ended}>
            {ended.map((experiment) => (
              <ExperimentCard key={experiment.id} experiment={experiment} />
            ))}
          </div>
        )}
      </Section>
    </>
  )
}
