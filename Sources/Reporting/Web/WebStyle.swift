/// What the web site's pages need beside the style of reports.
enum WebStyle {
  static let sheet: HTML = """
    nav { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; margin-bottom: 1rem;
      padding-bottom: .6rem; border-bottom: 1px solid var(--line); }
    nav form { display: flex; flex: 1 1 16rem; gap: .4rem; align-items: center; }
    nav label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    nav input { flex: 1; min-width: 0; padding: .2rem .4rem; }
    input, button { font: inherit; }
    h2 .quiet { font-weight: normal; }
    h1 { font-size: 1.5rem; }
    .plain { padding: 0; list-style: none; }
    .plain > li { padding: .5rem 0; border-bottom: 1px solid var(--line); }
    .tree { padding: 0; list-style: none; }
    .mail { padding: 1rem; background: var(--card); border: 1px solid var(--line);
      border-radius: .4rem; font: .9rem/1.45 ui-monospace, monospace; white-space: pre-wrap; }
    .mail .quoted { color: var(--quiet); }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: .6rem 0; }
    dt { color: var(--quiet); }
    dd { margin: 0; min-width: 0; }
    .months { overflow-wrap: normal; }
    .months td { padding: .2rem .3rem; text-align: right; font-variant-numeric: tabular-nums; }
    .months .many { background: color-mix(in srgb, var(--bar) 45%, transparent); }
    .months .some { background: color-mix(in srgb, var(--bar) 22%, transparent); }

    """
}
