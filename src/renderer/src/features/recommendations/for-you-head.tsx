import type { ReactNode } from 'react'
import classes from './for-you-head.module.css'
import { ForYouTabs } from './for-you-tabs.tsx'

/** All that stands under one head: the list, or a column. */
export function ForYouFrame({ children }: { readonly children: ReactNode }) {
  return <div className={classes.page}>{children}</div>
}

/** The name and the tabs, in the same place on every screen of For you. */
export function ForYouHead({ children }: { readonly children?: ReactNode }) {
  return (
    <div className={classes.top}>
      <div className={classes.head}>
        <h1 className={classes.title}>For you</h1>
        {children}
      </div>
      <ForYouTabs />
    </div>
  )
}

/** What scrolls under the head as one. */
export function ForYouScroll({ children }: { readonly children: ReactNode }) {
  return <div className={classes.scroll}>{children}</div>
}

/** A screen of For you that is a column of readable width. */
export function ForYouColumn({ children }: { readonly children: ReactNode }) {
  return (
    <ForYouFrame>
      <ForYouHead />
      <ForYouScroll>
        <div className={classes.column}>{children}</div>
      </ForYouScroll>
    </ForYouFrame>
  )
}
