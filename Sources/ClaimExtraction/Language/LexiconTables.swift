/// The words of each class. General English and the words of offices and elections; names of projects,
/// companies and people have no place here.
enum LexiconTables {
  /// Function words and other words that are no verbs, by class.
  static let words: [(LexicalClass, String)] = [
    (.author, "i me my mine myself i'm i've i'd i'll im ive"),
    (.group, "we us our ours ourselves we're we've we'd we'll lets let's"),
    (
      .third,
      "he she they his her hers him their theirs them himself herself themselves he's she's "
        + "they're they've they'd they'll he'd she'd he'll she'll"
    ),
    (
      .team,
      "team teams community communities project projects company group committee sig "
        + "subteam contributors developers members folks maintainers cores reviewers"
    ),
    (
      .be,
      "am is are was were be been being i'm we're he's she's it's they're you're there's that's "
        + "isn't aren't wasn't weren't"
    ),
    (
      .have,
      "have has had having i've we've they've you've i'd we'd haven't hasn't hadn't"
    ),
    (.do, "do does did doing done don't doesn't didn't"),
    (
      .future,
      "will shall i'll we'll he'll she'll they'll it'll won't going gonna 'll"
    ),
    (
      .wish,
      "would i'd we'd want wants wanted wish wishes hope hopes hoping hoped hopefully like love plan "
        + "plans planning planned intend intends intending intent intention intentions aim aims aiming "
        + "propose proposing commit committed pledge promise expect expecting aspire strive desire "
        + "willing eager keen ready wanting interested wouldn't look looking"
    ),
    (
      .duty,
      "should must need needs ought needed shouldn't mustn't"
    ),
    (.ability, "can could may might cannot can't couldn't able would'nt"),
    (
      .negation,
      "not no never neither nor none nothing nobody don't doesn't didn't won't can't cannot couldn't "
        + "wouldn't shouldn't isn't aren't wasn't weren't haven't hasn't hadn't without hardly unable "
        + "failed unfortunately"
    ),
    (
      .opinion,
      "believe think feel know understand consider see seems seem guess suppose agree find view "
        + "opinion belief imho imo convinced sure confident proud happy glad excited honored honoured "
        + "grateful passionate care enjoy enjoyed believes thinks feels thought felt believed important "
        + "critical crucial essential strongly great amazing wonderful fun pleasure privilege honor honour"
    ),
    (
      .manner,
      "also always actively heavily mostly mainly primarily closely successfully finally really "
        + "especially particularly just even still already currently now recently previously formerly "
        + "officially formally hereby humbly personally deeply directly regularly constantly "
        + "continuously consistently largely currently presently then only both either quite very so "
        + "probably certainly definitely simply again once twice often usually soon initially originally "
        + "eventually respectfully publicly strongly greatly significantly additionally"
    ),
    (
      .office,
      "ptl ptls dpl tc technical committee lead leader leaders leadership core cores reviewer reviewers "
        + "maintainer maintainers chair co-chair cochair chairman chairperson chairwoman member members "
        + "liaison liason liaisons coordinator co-lead tl board council director directors "
        + "delegate representative rep secretary treasurer president vice-president vp owner ambassador "
        + "admin administrator moderator organizer organiser founder co-founder cofounder editor "
        + "steering approver approvers steward uploader sponsor mentor committer committers packager "
        + "czar release-manager goalie emeritus seat dpl fpl fesco fdb csc kubernetes-steering toc "
        + "trustee captain advocate"
    ),
    (
      .candidacy,
      "candidacy candidate candidature nominate nominated nominating nomination nominations "
        + "self-nomination self-nominate run running ran election elections elected elect re-elected "
        + "reelected re-election reelection reelect re-elect candidates nominee term terms vote votes "
        + "ballot position seat announce announcing submit stand standing hat ring office throw throwing "
        + "consider consideration"
    ),
    (
      .occupation,
      "engineer engineers developer developers architect manager director officer programmer "
        + "administrator consultant analyst researcher scientist professor lecturer student teacher "
        + "operator contractor intern employee technologist evangelist advocate devrel sysadmin "
        + "cto ceo cio coo founder specialist designer writer tester head principal senior staff lead "
        + "chief vp fellow freelancer freelance sre devops postdoc phd-student technician translator "
        + "employer employed job full-time"
    ),
    (
      .gathering,
      "summit summits conference conferences meetup meetups midcycle mid-cycle midcycles sprint sprints "
        + "ptg ptgs forum fosdem debconf devconf flock guadec kubecon pycon linuxcon lca scale "
        + "hackfest hackathon workshop workshops talk talks keynote keynotes presentation presentations "
        + "panel session sessions symposium meeting meetings event events webinar podcast barcamp "
        + "cloudnativecon akademy fudcon unconference roadshow bof bofs expo congress days"
    ),
    (
      .award,
      "patent patents degree phd ph.d msc m.sc bsc b.sc bachelor bachelor's master's masters doctorate "
        + "doctoral diploma certificate certificates certified certification certifications award awards "
        + "awarded prize medal winner honours book books thesis author co-author coauthor published "
        + "publication publications papers graduated scholarship fellowship top ranking ranked ranks "
        + "stackalytics rhce rhcsa rhca cka ckad cks mba b.tech btech mtech summa laude "
        + "university college education graduate"
    ),
    (
      .goal,
      "goal goals priority priorities focus plan plans plan: aim aims intention objective objectives "
        + "target targets roadmap agenda todo to-do vision mission idea ideas proposal proposals "
        + "platform focuses emphasis initiatives effort efforts area areas strategy ambitions promise "
        + "promises commitment expectations wishlist theme themes challenge challenges next future "
        + "upcoming items topics direction intend"
    ),
    (
      .achievement,
      "achievement achievements accomplishment accomplishments accomplished achieved highlight "
        + "highlights progress contributions contribution work done delivered completed improvements "
        + "history background past previous experience success successes successful milestone "
        + "milestones retrospective review results result landed merged credentials qualifications about"
    ),
    (
      .experience,
      "experience experiences involved involvement background career knowledge around active "
        + "contributor contributors contributing veteran user part journey tenure working time "
        + "professional professionally"
    ),
    (
      .trouble,
      "problem problems issue issues bug bugs lack lacking difficult difficulty hard debt gap gaps "
        + "challenge challenges concern concerns shortage pain broken fail fails failure failures"
    ),
    (
      .change,
      "support feature features implementation api apis driver drivers code fix fixes patch patches "
        + "spec specs documentation docs tests testing test coverage release releases migration "
        + "refactoring integration gate ci job jobs bug bugs blueprint blueprints backlog tool tools "
        + "tooling framework library client plugin service design architecture performance stability "
        + "scalability usability quality functionality deployment packaging packages package website "
        + "infrastructure translation translations"
    ),
    (
      .span,
      "year years month months week weeks decade decades since cycles releases yrs ages day days "
        + "beginning inception start"
    ),
    (
      .month,
      "january february march april may june july august september october november december jan feb "
        + "mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter"
    ),
    (
      .past,
      "past last previous ago earlier former formerly previously before recently prior yesterday "
        + "since previously-held then ex"
    ),
    (
      .coming,
      "next upcoming coming future forward forthcoming ahead following tomorrow soon later new"
    ),
    (
      .present,
      "now current currently present presently today nowadays already yet still ongoing recent recently"
    ),
    (.cycle, "cycle cycles release releases term timeframe semester version"),
    (.conjunction, "and or but plus & nor and/or then"),
    (
      .subordinator,
      "because since while when whenever if although though unless until as so whereas before after "
        + "once even thus therefore hence that"
    ),
    (.relative, "which who whom whose where that what why how"),
    (
      .preposition,
      "in on at for of with by from to into onto over under between among within without through "
        + "throughout during about across around toward towards via per against upon like as "
        + "beyond besides including alongside off out up down"
    ),
    (
      .determiner,
      "the a an this that these those some any all each every both several many few more most "
        + "another other one two three four five six such much"
    ),
    (
      .thanks,
      "thank thanks thankful appreciate appreciated appreciation welcome apologies sorry hello hi"
    ),
  ]

  /// Verbs by class, in their base form; the other forms are made from them.
  static let verbs: [(LexicalClass, String)] = [
    (
      .leading,
      "lead drive found create start establish initiate launch head spearhead pioneer author "
        + "architect bootstrap originate invent direct champion kickstart co-found cofound instigate "
        + "begin mentor co-lead orchestrate"
    ),
    (
      .making,
      "implement write fix add build develop design introduce finish complete organise organize "
        + "contribute document port migrate refactor rewrite release ship deliver land merge deploy "
        + "integrate enable make maintain package translate test review triage remove clean convert "
        + "replace extend upgrade update automate configure set setup define provide produce publish "
        + "prepare run manage handle solve resolve close address upstream push propose submit commit "
        + "code hack debug optimise optimize accomplish achieve adopt switch move drop deprecate split "
        + "unify standardise standardize stabilise stabilize expose generate collect script teach train "
        + "backport revamp redesign rework restructure bring put get transition host curate craft "
        + "overhaul rename retire investigate research identify measure analyse analyze evaluate study "
        + "onboard recruit grow perform conduct execute spend tackle bump gain obtain cut simplify "
        + "improve enhance reduce increase expand accelerate speed secure harden revive spec renew "
        + "establish approve bootstrap gate verify validate report file patch cleanup consolidate"
    ),
    (
      .helping,
      "help assist support participate collaborate involve cooperate join aid advise guide coach "
        + "sponsor facilitate engage discuss coordinate share answer volunteer take play"
    ),
    (
      .improving,
      "improve increase reduce grow expand ensure encourage strengthen foster promote enhance continue "
        + "keep maintain focus concentrate advocate raise welcome lower attract push streamline explore "
        + "investigate promote evolve advance attract bring make work finish accelerate boost balance "
        + "align broaden bridge foster nurture empower represent listen preserve sustain prioritise "
        + "prioritize minimize minimise maximise maximize avoid revisit consider dedicate spend"
    ),
    (.going, "continue keep proceed go carry remain stay begin start try finish follow step"),
    (
      .attending,
      "attend speak present talk meet visit keynote travel participate moderate host deliver give"
    ),
    (
      .serving,
      "serve hold work act join chair employ hire appoint elect become represent employ promote assume "
        + "occupy volunteer manage oversee function"
    ),
    (
      .standing,
      "run stand nominate announce submit declare propose put throw seek apply offer ask write present "
        + "volunteer consider"
    ),
    (
      [],
      "say tell ask answer think know see feel believe find give take come want use need seem leave call "
        + "show hear play like live believe happen appear sit lose pay include learn change understand "
        + "watch stop speak read allow spend win offer remember love consider buy wait die send expect "
        + "stay fall reach kill raise pass sell require decide pull return explain hope carry receive "
        + "agree thank hit eat cover catch draw choose cause point listen realise realize place "
        + "close involve increase become turn look try mean let begin talk seek bring hold "
        + "mention enjoy appreciate depend benefit face suffer encounter struggle rely exist"
    ),
  ]

  /// Base, past and participle of the verbs that do not take "-ed", with "=" for a form that repeats.
  static let irregular = """
    be was been|have had had|do did done|lead led led|drive drove driven|found founded founded|\
    begin began begun|write wrote written|build built built|make made made|set set set|run ran run|\
    bring brought brought|put put put|get got gotten|grow grew grown|speed sped sped|cut cut cut|\
    take took taken|keep kept kept|go went gone|speak spoke spoken|meet met met|give gave given|\
    hold held held|become became become|stand stood stood|throw threw thrown|seek sought sought|\
    rewrite rewrote rewritten|teach taught taught|spend spent spent|say said said|tell told told|\
    think thought thought|know knew known|see saw seen|feel felt felt|find found found|come came come|\
    leave left left|show showed shown|hear heard heard|sit sat sat|lose lost lost|pay paid paid|\
    learn learnt learnt|understand understood understood|read read read|win won won|buy bought bought|\
    send sent sent|fall fell fallen|sell sold sold|eat ate eaten|catch caught caught|\
    draw drew drawn|choose chose chosen|mean meant meant|let let let|hit hit hit|split split split|\
    oversee oversaw overseen|broaden broadened broadened|do did done|ship shipped shipped|\
    step stepped stepped|try tried tried|get got got
    """

  /// Words that look like a verb by their ending and are none.
  static let notVerbs = Set(
    ("during nothing something anything everything morning evening interesting existing outstanding "
      + "including regarding concerning spring string ring king thing being need speed seed feed indeed "
      + "hundred red bed upcoming following according ongoing "
      + "openstack cross business access process progress always across yes perhaps is was has this as "
      + "us its his plus less unless bus news series status focus-group distributed related "
      + "experienced interested excited honored dedicated advanced limited").split(separator: " ")
      .map(String.init))
}
