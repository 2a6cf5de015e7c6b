extension ClaimFeatures {
  /// What the sentences around and the other items of its list look like: a list of deeds is told from a
  /// list of plans by most of its items, not by each.
  func addNeighbours(to sink: inout some FeatureSink) {
    let own = Name.forms[sentence.form]
    if let before = context.before {
      sink.add(.neighbourBefore, Name.forms[before.form], Name.subjects[before.subject])
      sink.add(.formAfterForm, Name.forms[before.form], own)
    }
    if let after = context.after { sink.add(.formBeforeForm, Name.forms[after.form], own) }
    if let siblings = context.siblingForm {
      sink.add(.siblings, Name.forms[siblings])
      sink.add(.siblingsForm, Name.forms[siblings], own)
      if let governor = context.governorPredicate {
        sink.add(.siblingsGovernor, Name.forms[siblings], Name.forms[governor.form])
      }
    }
  }
}
