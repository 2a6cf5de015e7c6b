internal import GRDB

/// The tables of a store, as steps that are only ever appended.
enum Schema {
  /// "BYLN" in SQLite's `application_id`, by which `file(1)` and we know a store.
  static let applicationID = 0x4259_4C4E

  /// Every step from an empty file to the present tables.
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 the record") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: sourcesAndMessages)
      try db.execute(sql: searchIndex)
      try db.execute(sql: people)
      try db.execute(sql: claims)
    }
    migrator.registerMigration("2 ghosts, and parts of compound words") { db in
      try db.execute(sql: ghosts)
      // A row is taken out by the text it was put in with, so that all go when what is indexed changes.
      try db.execute(sql: "INSERT INTO messageIndex (messageIndex) VALUES ('delete-all')")
      try IndexWriter(in: db).addAll(of: db)
    }
    migrator.registerMigration("3 indexes for joining, and no senders") { db in
      try db.execute(sql: joining)
      try AddressWriter.removeUnused(in: db)
    }
    migrator.registerMigration("4 files that hold no mail") { db in
      try db.execute(sql: noMail)
    }
    migrator.registerMigration("5 how reading goes on") { db in
      // Of a large source, what its reader needs so as not to digest again what it has read.
      try db.execute(sql: "ALTER TABLE source ADD COLUMN resumption BLOB")
    }
    return migrator
  }()

  /// Throws for a database that another program made or a later version of this one.
  static func refuseForeign(_ db: Database) throws {
    let isOurs = try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID
    // A new store's file is made empty, is given the migrator's own table, and then its mark with its tables.
    let foreign = "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'"
    guard try isOurs || Int.fetchOne(db, sql: foreign) == 0 else {
      throw StorageError(.notAStore, detail: "is not a Byline store")
    }
    guard try !migrator.hasBeenSuperseded(db) else {
      throw StorageError(.newerVersion, detail: "was written by a later version of Byline")
    }
  }

  /// Throws for a store that must be brought up to date before it can be read.
  static func refuseEarlier(_ db: Database) throws {
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
      throw StorageError(
        .notFound,
        detail: "holds nothing yet; ingest an archive into it, or name another with --store")
    }
    guard try migrator.hasCompletedMigrations(db) else {
      throw StorageError(
        .readOnly, detail: "was written by an earlier version and cannot be brought up to date")
    }
  }

  /// Facts: what was read, from where, and the mail itself.
  ///
  /// A `source` is one version of a file or member: when the file is replaced, the earlier version
  /// stays with `isCurrent = 0` for the entries that the new one lacks. A `block` is a zstd frame with
  /// several entries, their parsed forms before what else the archive has of them (see `PackedBlock`).
  /// A message's words come from the appearance `best`. Message-IDs are found by a 64-bit digest. References
  /// between these tables are checked by `verify` and not at each insert, where they would cost a
  /// look-up a row.
  private static let sourcesAndMessages = """
    CREATE TABLE source (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL,
      member TEXT,
      format TEXT NOT NULL,
      list TEXT,
      byteCount INTEGER NOT NULL,
      sha256 BLOB NOT NULL,
      fileSize INTEGER,
      modifiedAt INTEGER,
      isComplete INTEGER NOT NULL,
      isCurrent INTEGER NOT NULL DEFAULT 1
    );
    CREATE UNIQUE INDEX sourceByPath ON source (path, ifnull(member, '')) WHERE isCurrent;
    CREATE TABLE sourceDefect (
      source INTEGER NOT NULL,
      kind TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (source, kind)
    ) WITHOUT ROWID;

    CREATE TABLE list (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE block (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);

    CREATE TABLE message (
      id INTEGER PRIMARY KEY,
      contentKey BLOB NOT NULL,
      sentAt INTEGER,
      author INTEGER,
      thread INTEGER NOT NULL,
      best INTEGER NOT NULL,
      hasPatch INTEGER NOT NULL
    );
    CREATE INDEX messageByDate ON message (sentAt);
    CREATE INDEX messageByContentKey ON message (substr(contentKey, 1, 6));
    CREATE INDEX messageByThread ON message (thread);
    CREATE INDEX messageWithPatch ON message (id) WHERE hasPatch;

    CREATE TABLE appearance (
      id INTEGER PRIMARY KEY,
      message INTEGER NOT NULL,
      source INTEGER NOT NULL,
      entryStart INTEGER NOT NULL,
      entryEnd INTEGER NOT NULL,
      sha256 BLOB NOT NULL,
      list INTEGER,
      fidelity INTEGER NOT NULL,
      hasMessageID INTEGER NOT NULL,
      block INTEGER NOT NULL,
      blockStart INTEGER NOT NULL
    );
    CREATE UNIQUE INDEX appearanceByPlace ON appearance (source, entryStart);
    CREATE INDEX appearanceByDigest ON appearance (substr(sha256, 1, 6));
    CREATE INDEX appearanceByMessage ON appearance (message);
    CREATE INDEX appearanceByList ON appearance (list, message);

    CREATE TABLE messageID (
      digest INTEGER NOT NULL,
      message INTEGER NOT NULL,
      PRIMARY KEY (digest, message)
    ) WITHOUT ROWID;
    CREATE TABLE threadMember (
      digest INTEGER PRIMARY KEY,
      thread INTEGER NOT NULL
    );
    CREATE INDEX threadMemberByThread ON threadMember (thread);

    CREATE TABLE withdrawal (
      id INTEGER PRIMARY KEY,
      contentKey BLOB NOT NULL,
      messageIDDigest INTEGER,
      withdrawnAt TEXT NOT NULL
    );
    CREATE INDEX withdrawalByContentKey ON withdrawal (contentKey);
    CREATE TABLE withdrawnEntry (
      sha256 BLOB PRIMARY KEY,
      withdrawal INTEGER NOT NULL
    ) WITHOUT ROWID;
    """

  /// Message-IDs that are referred to and not held, each with the thread of those who refer to it. The
  /// first version kept held ids here as well, which their messages' rows already say.
  private static let ghosts = """
    DROP INDEX threadMemberByThread;
    ALTER TABLE threadMember RENAME TO threadGhost;
    DELETE FROM threadGhost WHERE digest IN (SELECT digest FROM messageID);
    CREATE INDEX threadGhostByThread ON threadGhost (thread);
    """

  /// What is asked for each entry that may join a message, and for each source that replaced another.
  /// Some stores of the first version have these indexes already. Sender fields name the list's own
  /// address in every mail of it, and nothing was ever asked of them.
  private static let joining = """
    CREATE INDEX IF NOT EXISTS sourceEarlier ON source (path) WHERE NOT isCurrent;
    CREATE INDEX IF NOT EXISTS messageIDByMessage ON messageID (message);
    DROP INDEX messageByContentKey;
    CREATE INDEX messageByContentKey ON message (substr(contentKey, 1, 6), sentAt);
    DELETE FROM messageAddress WHERE role = 1;
    """

  /// Files that were opened and hold no mail, so that they need not be opened again while their size and
  /// time of change are the same.
  private static let noMail = """
    CREATE TABLE noArchive (
      path TEXT PRIMARY KEY,
      fileSize INTEGER NOT NULL,
      modifiedAt INTEGER NOT NULL,
      because TEXT NOT NULL
    ) WITHOUT ROWID;
    """

  /// The index of words. It is contentless, so that no text is held twice; a row is taken out with
  /// FTS5's `delete` command and the text it was made from, which the block still has. Its pieces are
  /// merged sixteen at a time: each is then rewritten once or twice, and a search looks at few.
  private static let searchIndex = """
    CREATE VIRTUAL TABLE messageIndex USING fts5 (
      subject, author, text,
      content = '', tokenize = 'unicode61 remove_diacritics 2'
    );
    INSERT INTO messageIndex (messageIndex, rank) VALUES ('automerge', 0);
    INSERT INTO messageIndex (messageIndex, rank) VALUES ('crisismerge', 16);
    CREATE VIRTUAL TABLE identityIndex USING fts5 (
      name, email,
      content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
    );
    """

  /// Who wrote to whom, and which names and addresses are one person.
  private static let people = """
    CREATE TABLE identity (
      id INTEGER PRIMARY KEY,
      email TEXT NOT NULL,
      name TEXT NOT NULL,
      person INTEGER,
      UNIQUE (email, name)
    );
    CREATE INDEX identityByPerson ON identity (person);
    CREATE TABLE messageAddress (
      identity INTEGER NOT NULL,
      role INTEGER NOT NULL,
      message INTEGER NOT NULL,
      PRIMARY KEY (identity, role, message)
    ) WITHOUT ROWID;
    CREATE TABLE person (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      messageCount INTEGER NOT NULL
    );
    CREATE TABLE personMerge (
      person INTEGER NOT NULL,
      position INTEGER NOT NULL,
      identity TEXT NOT NULL,
      because TEXT NOT NULL,
      PRIMARY KEY (person, position)
    ) WITHOUT ROWID;
    CREATE TABLE personDecision (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      oneName TEXT NOT NULL,
      oneEmail TEXT NOT NULL,
      otherName TEXT NOT NULL,
      otherEmail TEXT NOT NULL,
      decidedAt TEXT NOT NULL,
      isUndone INTEGER NOT NULL DEFAULT 0
    );
    """

  /// What was said and what was found on it. A claim goes when the text it was drawn from does, and a
  /// finding when an entry it cites does (`findingInput`).
  private static let claims = """
    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      path TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      text TEXT NOT NULL,
      UNIQUE (kind, path)
    );
    CREATE TABLE claim (
      id INTEGER PRIMARY KEY,
      message INTEGER REFERENCES message,
      document INTEGER REFERENCES document ON DELETE CASCADE,
      position INTEGER NOT NULL,
      producer TEXT NOT NULL,
      version INTEGER NOT NULL,
      inputSHA256 TEXT NOT NULL,
      json TEXT NOT NULL,
      verdict TEXT
    );
    CREATE INDEX claimByMessage ON claim (message, position);
    CREATE INDEX claimByDocument ON claim (document, position);
    CREATE TABLE finding (
      claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
      position INTEGER NOT NULL,
      producer TEXT NOT NULL,
      version INTEGER NOT NULL,
      json TEXT NOT NULL,
      PRIMARY KEY (claim, position)
    ) WITHOUT ROWID;
    CREATE TABLE findingInput (
      sha256 TEXT NOT NULL,
      claim INTEGER NOT NULL,
      position INTEGER NOT NULL,
      PRIMARY KEY (sha256, claim, position),
      FOREIGN KEY (claim, position) REFERENCES finding ON DELETE CASCADE
    ) WITHOUT ROWID;
    CREATE INDEX findingInputByFinding ON findingInput (claim, position);
    CREATE TABLE resumeFinding (
      document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
      position INTEGER NOT NULL,
      producer TEXT NOT NULL,
      version INTEGER NOT NULL,
      json TEXT NOT NULL,
      PRIMARY KEY (document, position)
    ) WITHOUT ROWID;
    """
}
