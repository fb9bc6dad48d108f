import { Button, Skeleton } from '@mantine/core'
import { IconTargetArrow } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ProfileView } from '#shared/profile.ts'
import { describeProblem } from '../../bridge/problem.ts'
import { useCommands } from '../../ui/commands.tsx'
import { Card, Page, Section } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { EmployerPart } from './employer-part.tsx'
import { ExperiencePart } from './experience-part.tsx'
import { Hints } from './hints.tsx'
import { PayPart } from './pay-part.tsx'
import { PlacePart } from './place-part.tsx'
import classes from './profile-page.module.css'
import type { PartProps } from './profile-part.ts'
import { ProfileTabs } from './profile-tabs.tsx'
import { SavedState } from './saved-state.tsx'
import { SkillsField } from './skills-field.tsx'
import { useProfile, useSaveProfile } from './use-profile.ts'

/** What jobs are compared with. Every change is stored as it is made, and can be taken back. */
export function ProfilePage() {
  const view = useProfile()
  const { save, undoLast, state } = useSaveProfile()
  useCommands([{ id: 'profile.undo', group: 'Profile', label: 'Undo the last change', keys: 'z', run: undoLast }])
  return (
    <Page
      title="Profile"
      actions={
        view.data && (
          <>
            <SavedState state={state} updatedAt={view.data.updatedAt} />
            <Button
              size="xs"
              variant="default"
              leftSection={<IconTargetArrow size={14} aria-hidden="true" />}
              renderRoot={(props) => <Link to="/for-you" {...props} />}
            >
              See your jobs
            </Button>
          </>
        )
      }
    >
      <title>Profile · Career Copilot</title>
      <ProfileTabs />
      {view.error && !view.data && (
        <ProblemBlank {...describeProblem(view.error)} onRetry={() => void view.refetch()} />
      )}
      {view.isPending && (
        <output aria-label="Loading your profile">
          <Skeleton height={120} radius="lg" mb="md" />
          <Skeleton height={240} radius="lg" />
        </output>
      )}
      {view.data && <Fields view={view.data} save={(patch) => void save(patch)} />}
    </Page>
  )
}

function Fields({ view, save }: { readonly view: ProfileView; readonly save: PartProps['save'] }) {
  const { profile } = view
  return (
    <>
      <p className={classes.lead}>
        Jobs are compared with what you say here. What you leave open is not held against any job. It stays on this
        computer.
      </p>
      <Hints hints={view.hints} />
      <Section id="skills-title" title="Skills" aside="The most important part: it counts for most of the score.">
        <Card>
          <div className={classes.field}>
            <SkillsField skills={profile.skills} onChange={(skills) => save({ skills })} />
          </div>
        </Card>
      </Section>
      <Section id="experience-title" title="Experience" aside="The work that you do and want to do.">
        <ExperiencePart profile={profile} save={save} />
      </Section>
      <Section id="place-title" title="Place" aside="Any of these is fine.">
        <PlacePart profile={profile} save={save} />
      </Section>
      <Section id="pay-title" title="Pay" aside="Gross a year, in euros.">
        <PayPart profile={profile} save={save} />
      </Section>
      <Section id="employer-title" title="Employer" aside="What you wish for, as far as postings say it.">
        <EmployerPart profile={profile} save={save} />
      </Section>
    </>
  )
}
