import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { memo } from 'react'
import {
  SECTION_KINDS,
  type DocumentHeader,
  type ResumeContent,
  type ResumeSection,
  type SectionKind,
} from '#shared/documents.ts'
import { useLatestCallback } from '../../../../ui/use-latest-callback.ts'
import { changed, moved, neighbourOf, without } from '../../model/list-edits.ts'
import { newSection } from '../../model/new-parts.ts'
import { listId } from '../../model/sorting.ts'
import { SECTION_WORDS } from '../../words.ts'
import { focusSoon } from '../edit-context.ts'
import { HeaderForm } from '../header-form.tsx'
import { SortableList } from '../sorting/sortable.tsx'
import { SectionCard, type SectionDeed } from './section-card.tsx'
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
  const act = useLatestCallback((deed: SectionDeed) => {
    if (deed.kind === 'change') put(changed(sections, deed.id, deed.patch), deed.field)
    else if (deed.kind === 'move') put(moved(sections, deed.id, deed.step))
    else {
      const neighbour = neighbourOf(sections, deed.id)
      put(without(sections, deed.id))
      focusSoon(neighbour === null ? ADD_SECTION : `${neighbour.id}-title`)
    }
  })
  const putHeader = useLatestCallback((header: DocumentHeader, field?: string) =>
    onChange({ ...content, header }, field),
  )
  const add = useLatestCallback((kind: SectionKind) => {
    const section = newSection(kind)
    put([...sections, section])
    focusSoon(`${section.id}-up`)
  })
  return (
    <>
      <HeaderForm header={content.header} onChange={putHeader} />
      <SortableList tag="div" list={listId('sections')} className={classes.sections}>
        {sections.map((section, index) => (
          <SectionCard key={section.id} section={section} index={index} count={sections.length} act={act} />
        ))}
      </SortableList>
      {sections.length === 0 && (
        <p className={classes.empty}>Nothing stands below the contact yet. Add the first section, as Experience.</p>
      )}
      {sections.length < SECTIONS_MOST && <AddSection onAdd={add} />}
    </>
  )
}

const AddSection = memo(function AddSection({ onAdd }: { readonly onAdd: (kind: SectionKind) => void }) {
  return (
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
          <Menu.Item key={kind} onClick={() => onAdd(kind)}>
            {SECTION_WORDS[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
})
