import { Button } from '@mantine/core'
import { NameTags } from '../../name-tags.tsx'
import { useProfile, useSaveProfile } from '../../use-profile.ts'
import classes from '../career.module.css'

/** The skills that were used there, and the offer to have jobs compared with those that the profile does not name. */
export function SkillsOfEntry(props: {
  readonly id: string
  readonly skills: readonly string[]
  readonly onKeep: (skills: string[]) => void
}) {
  const profile = useProfile().data?.profile
  const { save } = useSaveProfile()
  const named = new Set(profile?.skills.map(({ name }) => name.toLowerCase()))
  const unnamed = profile === undefined ? [] : props.skills.filter((name) => !named.has(name.toLowerCase()))
  return (
    <>
      <NameTags
        id={props.id}
        label="Skills used"
        note="Press Enter after each."
        placeholder="Python, SQL"
        kind="skill"
        value={props.skills}
        most={60}
        onChange={props.onKeep}
      />
      {profile !== undefined && unnamed.length > 0 && (
        <p className={classes.offer}>
          <span>Jobs are not compared with {unnamed.join(', ')} yet.</span>
          <Button
            size="compact-xs"
            variant="light"
            flex="none"
            onClick={() =>
              void save({
                skills: [...profile.skills, ...unnamed.map((name) => ({ name, years: null, level: null }))],
              })
            }
          >
            Add to your skills
          </Button>
        </p>
      )}
    </>
  )
}
