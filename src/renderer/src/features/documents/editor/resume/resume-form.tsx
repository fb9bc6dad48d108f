import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { SECTION_KINDS, type ResumeContent, type ResumeSection } from '#shared/documents.ts'
import { changed, moved, neighbourOf, without } from '../../model/list-edits.ts'
import { newSection } from '../../model/new-parts.ts'
import { SECTION_WORDS } from '../../words.ts'
import { focusSoon } from '../edit-context.ts'
import { HeaderForm } from '../header-form.tsx'
import { SectionCard } from './section-card.tsx'
import classes from './resume.module.css'

const SECTIONS_MOST = 40
const ADD_SECTION = 'add-section'

/** Everything that stands in a résumé, in its order. */
export function ResumeForm(props: {
  readonly content: ResumeContent
  readonly onChange: (content: ResumeContent, field?: string) => void
}) {
  const { content, onChange } = props
  const { sections } = content
  const put = (next: ResumeSection[], field?: string) => onChange({ ...content, sections: next }, field)
  const remove = (id: string) => {
    const neighbour = neighbourOf(sections, id)
    put(without(sections, id))
    focusSoon(neighbour === null ? ADD_SECTION : `${neighbour.id}-title`)
  }
  return (
    <>
      <HeaderForm header={content.header} onChange={(header, field) => onChange({ ...content, header }, field)} />
      {sections.map((section, index) => (
        <SectionCard
          key={section.id}
          section={section}
          place={{ index, count: sections.length }}
          onChange={(patch, field) => put(changed(sections, section.id, patch), field)}
          onMove={(step) => put(moved(sections, section.id, step))}
          onRemove={() => remove(section.id)}
        />
      ))}
      {sections.length < SECTIONS_MOST && (
        <Menu position="top-start" width={220}>
          <Menu.Target>
            <Button
              id={ADD_SECTION}
              className={classes.addSection ?? ''}
              size="xs"
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden="true" />}
            >
              Add a section
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {SECTION_KINDS.map((kind) => (
              <Menu.Item
                key={kind}
                onClick={() => {
                  const section = newSection(kind)
                  put([...sections, section])
                  focusSoon(`${section.id}-up`)
                }}
              >
                {SECTION_WORDS[kind]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}
