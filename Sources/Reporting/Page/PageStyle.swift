/// The page's style sheet: system fonts, colours for light and dark, one column that fits 360 pixels.
enum PageStyle {
  /// The sheet. Verdicts differ by their words first; colour only repeats them.
  static let sheet: HTML = """

    :root { color-scheme: light dark; --ink: #1c2126; --quiet: #59636e; --page: #fbfbfa;
      --card: #fff; --line: #d9dee3; --link: #0b57a4; --mark: #fff3c4; --good: #1a6b3c;
      --part: #7a5200; --bad: #a3262e; --bar: #7f9dbb; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --quiet: #a0aab4;
      --page: #14171a; --card: #1d2226; --line: #363d44; --link: #82b8f0; --mark: #4d430f;
      --good: #71cf97; --part: #e3b356; --bad: #f2898f; --bar: #557390; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1rem; max-width: 62rem; background: var(--page);
      color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
    h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; }
    h2 { margin: 2.2rem 0 .6rem; font-size: 1.3rem; }
    h3 { margin: 0 0 .5rem; font-size: 1rem; }
    p { margin: .4rem 0; }
    a { color: var(--link); }
    a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    .quiet, .place { color: var(--quiet); font-size: .875rem; }
    table { border-collapse: collapse; width: 100%; font-size: .9rem; }
    th, td { padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line);
      text-align: left; vertical-align: top; font-weight: normal; }
    thead th { color: var(--quiet); overflow-wrap: normal; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    .path { min-width: 14rem; }
    .scroll { overflow-x: auto; }
    article { margin: 1rem 0; padding: 1rem; background: var(--card);
      border: 1px solid var(--line); border-left: .3rem solid var(--quiet); border-radius: .4rem; }
    article.corroborated { border-left-color: var(--good); }
    article.partlyCorroborated { border-left-color: var(--part); }
    article.contradicted { border-left-color: var(--bad); }
    blockquote { margin: .5rem 0; font-size: 1.15rem; }
    summary { color: var(--quiet); font-size: .875rem; cursor: pointer; }
    .verdict { margin: .6rem 0; }
    .verdict > summary { color: inherit; font-size: 1rem; }
    .verdict ul { margin: .3rem 0; list-style: none; }
    .telling { padding-left: .6rem; border-left: .2rem solid var(--line); }
    .unclaimed { padding: 0; list-style: none; }
    .unclaimed > li { padding: .6rem 0; border-bottom: 1px solid var(--line); }
    .badge { display: inline-block; padding: 0 .5rem; border: 1px solid; border-radius: 1rem;
      color: var(--quiet); font-size: .85rem; overflow-wrap: normal; }
    .badge.corroborated, .outcome.supports { color: var(--good); }
    .badge.partlyCorroborated { color: var(--part); }
    .badge.contradicted, .outcome.contradicts { color: var(--bad); }
    .outcome { font-weight: 600; }
    ul { padding-left: 1.2rem; }
    .findings li { margin: .4rem 0; }
    .citations { font-size: .9rem; }
    mark { background: var(--mark); color: inherit; }
    svg { display: block; width: 100%; min-width: 40rem; height: auto; }
    svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
    svg .axis { fill: var(--quiet); }
    svg .year { stroke: var(--line); }
    svg .bar { fill: var(--bar); }
    svg .claim { fill: var(--link); }
    svg .period { stroke: var(--link); stroke-width: 3; }
    svg .commit { stroke: var(--good); stroke-width: 1.5; }
    @media print { body { max-width: none; padding: 0; } .scroll { overflow: visible; }
      svg { min-width: 0; } h2, h3, summary { break-after: avoid; } li { break-inside: avoid; } }

    """
}
