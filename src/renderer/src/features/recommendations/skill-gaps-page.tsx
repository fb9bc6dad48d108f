import { Button, Skeleton } from '@mantine/core'
import { IconBulb, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SkillGap } from '#shared/recommendations.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { Blank } from '../../ui/blank.tsx'
import { formatCount, formatQuantity, formatShare, inSentences } from '../../ui/format.ts'
import { Section } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { useProfile, useSaveProfile } from '../profile/index.ts'
import { ForYouColumn } from './for-you-head.tsx'
import { differenceWords, gapsWords, medianWords, payBasisWords } from './match-words.ts'
import classes from './skill-gaps-page.module.css'

const SHOWN_GAPS = 30

/** Which skills would open most good jobs: how many ask for each, how many it alone would open, and what they pay. */
export function SkillGapsPage() {
  const api = useApi()
  const gaps = useQuery(api.recommendations.skillGaps.queryOptions({ input: { limit: SHOWN_GAPS } }))
  return (
    <ForYouColumn>
      <title>Skills to learn · Career Copilot</title>
      {gaps.error && !gaps.data && (
        <ProblemBlank {...describeProblem(gaps.error)} onRetry={() => void gaps.refetch()} />
      )}
      {gaps.isPending && (
        <output aria-label="Looking through your matches">
          <Skeleton height={360} radius="lg" />
        </output>
      )}
      {gaps.data && gaps.data.gaps.length === 0 && <NoGaps hints={gaps.data.hints} />}
      {gaps.data && gaps.data.gaps.length > 0 && (
        <Section
          id="gaps-title"
          title="Skills that would open most"
          aside={inSentences([gapsWords(gaps.data), ...gaps.data.hints])}
        >
          <GapTable gaps={gaps.data.gaps} />
        </Section>
      )}
    </ForYouColumn>
  )
}

function NoGaps({ hints }: { readonly hints: readonly string[] }) {
  return (
    <Blank
      icon={IconBulb}
      title="No skill stands out"
      actions={
        <Button size="xs" renderRoot={(root) => <Link to="/profile" {...root} />}>
          Go to your profile
        </Button>
      }
    >
      {inSentences(hints) || 'Your good matches ask for nothing that you do not have.'}
    </Blank>
  )
}

function GapTable({ gaps }: { readonly gaps: readonly SkillGap[] }) {
  const profile = useProfile()
  const { save } = useSaveProfile()
  const add = (skill: string) => {
    const known = profile.data?.profile.skills
    if (known) void save({ skills: [...known, { name: skill, years: null, level: null }] })
  }
  return (
    // A table that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.frame} aria-label="Skills to learn, table" tabIndex={0}>
      <table className={classes.table} aria-label="Skills to learn">
        <thead>
          <tr>
            <th scope="col">Skill</th>
            <th scope="col">Asked for by</th>
            <th scope="col">Alone it opens</th>
            <th scope="col">Pay with it</th>
            <th scope="col">Difference</th>
            <th scope="col">
              <span className="cc-unseen">Add</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {gaps.map((gap) => (
            <tr key={gap.skill}>
              <th scope="row">{gap.skill}</th>
              <td>
                <Demand gap={gap} />
              </td>
              <td>{gap.wouldOpen === 0 ? '–' : formatQuantity(gap.wouldOpen, ['job', 'jobs'])}</td>
              <td>{medianWords(gap)}</td>
              <td>
                {gap.payDifferenceEur !== null && differenceWords(gap.payDifferenceEur)}{' '}
                <span className={classes.quiet}>{payBasisWords(gap)}</span>
              </td>
              <td>
                <Button
                  size="compact-xs"
                  variant="default"
                  leftSection={<IconPlus size={12} aria-hidden="true" />}
                  disabled={!profile.data}
                  onClick={() => add(gap.skill)}
                >
                  I know it
                  <span className="cc-unseen"> (add {gap.skill} to my profile)</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Demand({ gap: { jobs, share } }: { readonly gap: SkillGap }) {
  if (jobs === 0) return '–'
  return (
    <span className={classes.demand}>
      <span>{formatCount(jobs)}</span>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.bar} style={{ width: `${Math.min(100, share * 100)}%` }} />
      </span>
      <span className={classes.quiet}>{formatShare(share, 1)}</span>
    </span>
  )
}
