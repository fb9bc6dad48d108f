import { Button } from '@mantine/core'
import { IconTargetArrow } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { RecommendationList } from '#shared/recommendations.ts'
import { Blank } from '../../ui/blank.tsx'
import { inSentences } from '../../ui/format.ts'
import type { MatchView } from './match-url.ts'
import type { ChangeMatchView } from './use-matches.ts'

/** Why no job is recommended, and the way on: other bounds, a fuller profile, or jobs at all. */
export function MatchBlank(props: {
  readonly list: RecommendationList
  readonly view: MatchView
  readonly change: ChangeMatchView
}) {
  const { list, view, change } = props
  if (list.considered === 0) {
    return (
      <Blank
        icon={IconTargetArrow}
        title={list.isFresh ? 'There are no open jobs yet' : 'Jobs are being compared with your profile'}
        actions={
          list.isFresh && (
            <Button size="xs" renderRoot={(root) => <Link to="/discover" {...root} />}>
              Go to Discover
            </Button>
          )
        }
      >
        {list.isFresh ? 'A run of discovery brings some, and the best of them stand here.' : 'It takes a moment.'}
      </Blank>
    )
  }
  return (
    <Blank
      icon={IconTargetArrow}
      title={view.minScore > 0 ? `No job reaches ${view.minScore} of 100` : 'No job is left to recommend'}
      actions={
        <>
          {view.minScore > 0 && (
            <Button size="xs" onClick={() => change({ minScore: 0 })}>
              Show any score
            </Button>
          )}
          <Button size="xs" variant="default" renderRoot={(root) => <Link to="/profile" {...root} />}>
            Go to your profile
          </Button>
        </>
      }
    >
      {inSentences(list.hints) || 'A fuller profile finds more that fits.'}
    </Blank>
  )
}
