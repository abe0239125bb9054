/* eslint-disable */
import * as types from './graphql.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query SignIn {\n    installation {\n      programmeName\n      companyMode\n    }\n    demoPeople {\n      id\n      name\n      title\n      note\n      roleLabel\n    }\n  }\n": typeof types.SignInDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      name\n      email\n      timeZone\n      roles\n    }\n    installation {\n      programmeName\n      companyMode\n      mailConfigured\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  fragment LearningFields on Learning {\n    id\n    personName\n    isMine\n    body\n    stage\n    audience\n    createdAt\n    version\n  }\n": typeof types.LearningFieldsFragmentDoc,
    "\n  query Learned($after: String) {\n    myLearningCounts {\n      tried\n      kept\n      passedOn\n    }\n    lastTime {\n      otherName\n    }\n    myLearnings(first: 20, after: $after) {\n      totalCount\n      edges {\n        node {\n          ...LearningFields\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.LearnedDocument,
    "\n  query SharedLearnings($after: String) {\n    sharedLearnings(first: 10, after: $after) {\n      totalCount\n      edges {\n        node {\n          ...LearningFields\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.SharedLearningsDocument,
    "\n  mutation AddLearning($input: AddLearningInput!) {\n    addLearning(input: $input) {\n      ... on LearningPayload {\n        learning {\n          ...LearningFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.AddLearningDocument,
    "\n  mutation ChangeLearning($input: ChangeLearningInput!) {\n    changeLearning(input: $input) {\n      ... on LearningPayload {\n        learning {\n          ...LearningFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.ChangeLearningDocument,
    "\n  mutation ShareLearning($input: ShareLearningInput!) {\n    shareLearning(input: $input) {\n      ... on LearningPayload {\n        learning {\n          ...LearningFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.ShareLearningDocument,
    "\n  mutation DeleteLearning($input: DeleteLearningInput!) {\n    deleteLearning(input: $input) {\n      id\n    }\n  }\n": typeof types.DeleteLearningDocument,
    "\n  query SessionsToConfirm {\n    sessionsToConfirm {\n      sessionId\n      startsAt\n      otherName\n      otherSaysMet\n    }\n  }\n": typeof types.SessionsToConfirmDocument,
    "\n  query ChampionDesk {\n    sessionsToLog {\n      sessionId\n      startsAt\n      otherName\n      otherSaysMet\n    }\n    sessionsToPrepare {\n      session {\n        sessionId\n        startsAt\n        otherName\n      }\n      lastTime {\n        startsAt\n        topics\n        changeLine\n        nextStep\n      }\n    }\n  }\n": typeof types.ChampionDeskDocument,
    "\n  query SessionFacts($sessionId: ID!) {\n    sessionFacts(sessionId: $sessionId) {\n      ...SessionFactsFields\n    }\n  }\n": typeof types.SessionFactsDocument,
    "\n  fragment SessionFactsFields on SessionFacts {\n    sessionId\n    championName\n    executiveName\n    startsAt\n    durationMin\n    met\n    isDisputed\n    topics\n  }\n": typeof types.SessionFactsFieldsFragmentDoc,
    "\n  query LastTime {\n    lastTime {\n      sessionId\n      pairingId\n      startsAt\n      otherName\n      topics\n      changeLine\n      nextStep\n    }\n  }\n": typeof types.LastTimeDocument,
    "\n  query SessionLogForm($sessionId: ID!) {\n    sessionLogForm(sessionId: $sessionId) {\n      sessionId\n      pairingId\n      startsAt\n      durationMin\n      otherName\n      offeredTopics\n      viewerCanLog\n      log {\n        sessionId\n        met\n        absentSide\n        topics\n        onRealWork\n        handsOn\n        changeLine\n        nextStep\n        didNotWork\n        authorName\n        loggedAt\n        executiveSaysMet\n        version\n        viewerCanChange\n      }\n    }\n  }\n": typeof types.SessionLogFormDocument,
    "\n  mutation LogSession($input: LogSessionInput!) {\n    logSession(input: $input) {\n      ... on SessionLogPayload {\n        log {\n          sessionId\n          met\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.LogSessionDocument,
    "\n  mutation ChangeSessionLog($input: ChangeSessionLogInput!) {\n    changeSessionLog(input: $input) {\n      ... on SessionLogPayload {\n        log {\n          sessionId\n          met\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.ChangeSessionLogDocument,
    "\n  mutation ConfirmSession($input: ConfirmSessionInput!) {\n    confirmSession(input: $input) {\n      ... on ConfirmSessionPayload {\n        sessionId\n        isDisputed\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.ConfirmSessionDocument,
    "\n  query SessionNotes($sessionId: ID!) {\n    sessionNotes(sessionId: $sessionId) {\n      id\n      authorName\n      isMine\n      audience\n      body\n      createdAt\n      version\n    }\n  }\n": typeof types.SessionNotesDocument,
    "\n  mutation AddNote($input: AddNoteInput!) {\n    addNote(input: $input) {\n      ... on NotePayload {\n        note {\n          id\n          audience\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.AddNoteDocument,
    "\n  mutation ChangeNote($input: ChangeNoteInput!) {\n    changeNote(input: $input) {\n      ... on NotePayload {\n        note {\n          id\n          audience\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.ChangeNoteDocument,
    "\n  mutation DeleteNote($input: DeleteNoteInput!) {\n    deleteNote(input: $input) {\n      id\n    }\n  }\n": typeof types.DeleteNoteDocument,
    "\n  fragment OutcomeFields on Outcome {\n    id\n    category\n    grade\n    workflow\n    source\n    minutesBefore\n    minutesAfter\n    timesPerMonth\n    people\n    monthlyHours\n    validFrom\n    validTo\n    authorName\n    corroboratedByName\n    viewerCanCorroborate\n  }\n": typeof types.OutcomeFieldsFragmentDoc,
    "\n  query Outcomes($pairingId: ID!) {\n    outcomes(pairingId: $pairingId) {\n      ...OutcomeFields\n    }\n  }\n": typeof types.OutcomesDocument,
    "\n  mutation RecordOutcome($input: RecordOutcomeInput!) {\n    recordOutcome(input: $input) {\n      ... on OutcomePayload {\n        outcome {\n          ...OutcomeFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.RecordOutcomeDocument,
    "\n  mutation CorroborateOutcome($input: CorroborateOutcomeInput!) {\n    corroborateOutcome(input: $input) {\n      ... on OutcomePayload {\n        outcome {\n          ...OutcomeFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.CorroborateOutcomeDocument,
    "\n  query ThanksReceived($after: String) {\n    thanksReceived(first: 20, after: $after) {\n      totalCount\n      edges {\n        node {\n          id\n          fromName\n          body\n          at\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.ThanksReceivedDocument,
    "\n  mutation GiveThanks($input: GiveThanksInput!) {\n    giveThanks(input: $input) {\n      ... on ThanksPayload {\n        thanks {\n          id\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.GiveThanksDocument,
    "\n  mutation UndoBooking($input: SeriesInput!) {\n    undoBooking(input: $input) {\n      ... on UndoneBookingPayload {\n        pairingId\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.UndoBookingDocument,
    "\n  query SingleTimes($pairingId: ID!) {\n    singleTimes(pairingId: $pairingId) {\n      startsAt\n      yourTime {\n        ...WallSpanWords\n      }\n      otherTimes {\n        name\n        time {\n          ...WallSpanWords\n        }\n      }\n    }\n  }\n": typeof types.SingleTimesDocument,
    "\n  mutation BookSession($input: BookSessionInput!) {\n    bookSession(input: $input) {\n      ... on BookedPayload {\n        seriesId\n        sessions {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.BookSessionDocument,
    "\n  mutation UndoSingle($input: SeriesInput!) {\n    undoBooking(input: $input) {\n      ... on UndoneBookingPayload {\n        pairingId\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.UndoSingleDocument,
    "\n  mutation SkipSession($input: CallOffSessionInput!) {\n    skipSession(input: $input) {\n      ... on SessionPayload {\n        session {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.SkipSessionDocument,
    "\n  mutation RestoreSession($input: SessionInput!) {\n    restoreSession(input: $input) {\n      ... on SessionPayload {\n        session {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.RestoreSessionDocument,
    "\n  query ChampionSessions($from: Instant!, $to: Instant!) {\n    nextSession {\n      ...SessionFields\n    }\n    sessions(from: $from, to: $to) {\n      ...SessionFields\n    }\n  }\n": typeof types.ChampionSessionsDocument,
    "\n  query Delegates {\n    myDelegates {\n      since\n      person {\n        id\n        name\n      }\n    }\n    lookedAfterPeople {\n      since\n      person {\n        id\n        name\n      }\n    }\n  }\n": typeof types.DelegatesDocument,
    "\n  mutation AddDelegate($input: AddDelegateInput!) {\n    addDelegate(input: $input) {\n      ... on DelegatesPayload {\n        delegates {\n          since\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.AddDelegateDocument,
    "\n  mutation RemoveDelegate($input: RemoveDelegateInput!) {\n    removeDelegate(input: $input) {\n      ... on DelegatesPayload {\n        delegates {\n          since\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.RemoveDelegateDocument,
    "\n  query SessionToMove($id: ID!) {\n    session(id: $id) {\n      ...SessionFields\n    }\n  }\n": typeof types.SessionToMoveDocument,
    "\n  query MoveOptions($sessionId: ID!, $from: Instant) {\n    moveOptions(sessionId: $sessionId, from: $from) {\n      startsAt\n      yourTime {\n        ...WallSpanWords\n      }\n      otherTimes {\n        name\n        time {\n          ...WallSpanWords\n        }\n      }\n    }\n  }\n": typeof types.MoveOptionsDocument,
    "\n  mutation MoveSession($input: MoveSessionInput!) {\n    moveSession(input: $input) {\n      ... on SessionPayload {\n        session {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.MoveSessionDocument,
    "\n  mutation UndoMove($input: SessionInput!) {\n    undoMove(input: $input) {\n      ... on SessionPayload {\n        session {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": typeof types.UndoMoveDocument,
    "\n  fragment SessionFields on Session {\n    id\n    pairingId\n    status\n    statusInWords\n    reasonInWords\n    isMoved\n    isDisputed\n    hasEnded\n    startsAt\n    endsAt\n    minutes\n    version\n    viewerSide\n    meetingLink\n    agenda\n    yourTime {\n      ...WallSpanWords\n    }\n    otherTimes {\n      name\n      time {\n        ...WallSpanWords\n      }\n    }\n    executive {\n      id\n      name\n    }\n    champion {\n      id\n      name\n    }\n    onBehalfOf {\n      id\n      name\n    }\n    viewerCanMove\n    viewerCanSkip\n    viewerCanCancel\n    viewerCanRestore\n    viewerCanRecord\n  }\n": typeof types.SessionFieldsFragmentDoc,
    "\n  fragment WallSpanWords on WallSpan {\n    place\n    offset\n    day\n    dayInWords\n    timeInWords\n  }\n": typeof types.WallSpanWordsFragmentDoc,
    "\n  query OneSession($id: ID!) {\n    session(id: $id) {\n      ...SessionFields\n    }\n  }\n": typeof types.OneSessionDocument,
    "\n  query Sessions($from: Instant!, $to: Instant!) {\n    sessions(from: $from, to: $to) {\n      ...SessionFields\n    }\n  }\n": typeof types.SessionsDocument,
};
const documents: Documents = {
    "\n  query SignIn {\n    installation {\n      programmeName\n      companyMode\n    }\n    demoPeople {\n      id\n      name\n      title\n      note\n      roleLabel\n    }\n  }\n": types.SignInDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      name\n      email\n      timeZone\n      roles\n    }\n    installation {\n      programmeName\n      companyMode\n      mailConfigured\n    }\n  }\n": types.ViewerDocument,
    "\n  fragment LearningFields on Learning {\n    id\n    personName\n    isMine\n    body\n    stage\n    audience\n    createdAt\n    version\n  }\n": types.LearningFieldsFragmentDoc,
    "\n  query Learned($after: String) {\n    myLearningCounts {\n      tried\n      kept\n      passedOn\n    }\n    lastTime {\n      otherName\n    }\n    myLearnings(first: 20, after: $after) {\n      totalCount\n      edges {\n        node {\n          ...LearningFields\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.LearnedDocument,
    "\n  query SharedLearnings($after: String) {\n    sharedLearnings(first: 10, after: $after) {\n      totalCount\n      edges {\n        node {\n          ...LearningFields\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.SharedLearningsDocument,
    "\n  mutation AddLearning($input: AddLearningInput!) {\n    addLearning(input: $input) {\n      ... on LearningPayload {\n        learning {\n          ...LearningFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.AddLearningDocument,
    "\n  mutation ChangeLearning($input: ChangeLearningInput!) {\n    changeLearning(input: $input) {\n      ... on LearningPayload {\n        learning {\n          ...LearningFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.ChangeLearningDocument,
    "\n  mutation ShareLearning($input: ShareLearningInput!) {\n    shareLearning(input: $input) {\n      ... on LearningPayload {\n        learning {\n          ...LearningFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.ShareLearningDocument,
    "\n  mutation DeleteLearning($input: DeleteLearningInput!) {\n    deleteLearning(input: $input) {\n      id\n    }\n  }\n": types.DeleteLearningDocument,
    "\n  query SessionsToConfirm {\n    sessionsToConfirm {\n      sessionId\n      startsAt\n      otherName\n      otherSaysMet\n    }\n  }\n": types.SessionsToConfirmDocument,
    "\n  query ChampionDesk {\n    sessionsToLog {\n      sessionId\n      startsAt\n      otherName\n      otherSaysMet\n    }\n    sessionsToPrepare {\n      session {\n        sessionId\n        startsAt\n        otherName\n      }\n      lastTime {\n        startsAt\n        topics\n        changeLine\n        nextStep\n      }\n    }\n  }\n": types.ChampionDeskDocument,
    "\n  query SessionFacts($sessionId: ID!) {\n    sessionFacts(sessionId: $sessionId) {\n      ...SessionFactsFields\n    }\n  }\n": types.SessionFactsDocument,
    "\n  fragment SessionFactsFields on SessionFacts {\n    sessionId\n    championName\n    executiveName\n    startsAt\n    durationMin\n    met\n    isDisputed\n    topics\n  }\n": types.SessionFactsFieldsFragmentDoc,
    "\n  query LastTime {\n    lastTime {\n      sessionId\n      pairingId\n      startsAt\n      otherName\n      topics\n      changeLine\n      nextStep\n    }\n  }\n": types.LastTimeDocument,
    "\n  query SessionLogForm($sessionId: ID!) {\n    sessionLogForm(sessionId: $sessionId) {\n      sessionId\n      pairingId\n      startsAt\n      durationMin\n      otherName\n      offeredTopics\n      viewerCanLog\n      log {\n        sessionId\n        met\n        absentSide\n        topics\n        onRealWork\n        handsOn\n        changeLine\n        nextStep\n        didNotWork\n        authorName\n        loggedAt\n        executiveSaysMet\n        version\n        viewerCanChange\n      }\n    }\n  }\n": types.SessionLogFormDocument,
    "\n  mutation LogSession($input: LogSessionInput!) {\n    logSession(input: $input) {\n      ... on SessionLogPayload {\n        log {\n          sessionId\n          met\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.LogSessionDocument,
    "\n  mutation ChangeSessionLog($input: ChangeSessionLogInput!) {\n    changeSessionLog(input: $input) {\n      ... on SessionLogPayload {\n        log {\n          sessionId\n          met\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.ChangeSessionLogDocument,
    "\n  mutation ConfirmSession($input: ConfirmSessionInput!) {\n    confirmSession(input: $input) {\n      ... on ConfirmSessionPayload {\n        sessionId\n        isDisputed\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.ConfirmSessionDocument,
    "\n  query SessionNotes($sessionId: ID!) {\n    sessionNotes(sessionId: $sessionId) {\n      id\n      authorName\n      isMine\n      audience\n      body\n      createdAt\n      version\n    }\n  }\n": types.SessionNotesDocument,
    "\n  mutation AddNote($input: AddNoteInput!) {\n    addNote(input: $input) {\n      ... on NotePayload {\n        note {\n          id\n          audience\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.AddNoteDocument,
    "\n  mutation ChangeNote($input: ChangeNoteInput!) {\n    changeNote(input: $input) {\n      ... on NotePayload {\n        note {\n          id\n          audience\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.ChangeNoteDocument,
    "\n  mutation DeleteNote($input: DeleteNoteInput!) {\n    deleteNote(input: $input) {\n      id\n    }\n  }\n": types.DeleteNoteDocument,
    "\n  fragment OutcomeFields on Outcome {\n    id\n    category\n    grade\n    workflow\n    source\n    minutesBefore\n    minutesAfter\n    timesPerMonth\n    people\n    monthlyHours\n    validFrom\n    validTo\n    authorName\n    corroboratedByName\n    viewerCanCorroborate\n  }\n": types.OutcomeFieldsFragmentDoc,
    "\n  query Outcomes($pairingId: ID!) {\n    outcomes(pairingId: $pairingId) {\n      ...OutcomeFields\n    }\n  }\n": types.OutcomesDocument,
    "\n  mutation RecordOutcome($input: RecordOutcomeInput!) {\n    recordOutcome(input: $input) {\n      ... on OutcomePayload {\n        outcome {\n          ...OutcomeFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.RecordOutcomeDocument,
    "\n  mutation CorroborateOutcome($input: CorroborateOutcomeInput!) {\n    corroborateOutcome(input: $input) {\n      ... on OutcomePayload {\n        outcome {\n          ...OutcomeFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.CorroborateOutcomeDocument,
    "\n  query ThanksReceived($after: String) {\n    thanksReceived(first: 20, after: $after) {\n      totalCount\n      edges {\n        node {\n          id\n          fromName\n          body\n          at\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.ThanksReceivedDocument,
    "\n  mutation GiveThanks($input: GiveThanksInput!) {\n    giveThanks(input: $input) {\n      ... on ThanksPayload {\n        thanks {\n          id\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.GiveThanksDocument,
    "\n  mutation UndoBooking($input: SeriesInput!) {\n    undoBooking(input: $input) {\n      ... on UndoneBookingPayload {\n        pairingId\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.UndoBookingDocument,
    "\n  query SingleTimes($pairingId: ID!) {\n    singleTimes(pairingId: $pairingId) {\n      startsAt\n      yourTime {\n        ...WallSpanWords\n      }\n      otherTimes {\n        name\n        time {\n          ...WallSpanWords\n        }\n      }\n    }\n  }\n": types.SingleTimesDocument,
    "\n  mutation BookSession($input: BookSessionInput!) {\n    bookSession(input: $input) {\n      ... on BookedPayload {\n        seriesId\n        sessions {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.BookSessionDocument,
    "\n  mutation UndoSingle($input: SeriesInput!) {\n    undoBooking(input: $input) {\n      ... on UndoneBookingPayload {\n        pairingId\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.UndoSingleDocument,
    "\n  mutation SkipSession($input: CallOffSessionInput!) {\n    skipSession(input: $input) {\n      ... on SessionPayload {\n        session {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.SkipSessionDocument,
    "\n  mutation RestoreSession($input: SessionInput!) {\n    restoreSession(input: $input) {\n      ... on SessionPayload {\n        session {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.RestoreSessionDocument,
    "\n  query ChampionSessions($from: Instant!, $to: Instant!) {\n    nextSession {\n      ...SessionFields\n    }\n    sessions(from: $from, to: $to) {\n      ...SessionFields\n    }\n  }\n": types.ChampionSessionsDocument,
    "\n  query Delegates {\n    myDelegates {\n      since\n      person {\n        id\n        name\n      }\n    }\n    lookedAfterPeople {\n      since\n      person {\n        id\n        name\n      }\n    }\n  }\n": types.DelegatesDocument,
    "\n  mutation AddDelegate($input: AddDelegateInput!) {\n    addDelegate(input: $input) {\n      ... on DelegatesPayload {\n        delegates {\n          since\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.AddDelegateDocument,
    "\n  mutation RemoveDelegate($input: RemoveDelegateInput!) {\n    removeDelegate(input: $input) {\n      ... on DelegatesPayload {\n        delegates {\n          since\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.RemoveDelegateDocument,
    "\n  query SessionToMove($id: ID!) {\n    session(id: $id) {\n      ...SessionFields\n    }\n  }\n": types.SessionToMoveDocument,
    "\n  query MoveOptions($sessionId: ID!, $from: Instant) {\n    moveOptions(sessionId: $sessionId, from: $from) {\n      startsAt\n      yourTime {\n        ...WallSpanWords\n      }\n      otherTimes {\n        name\n        time {\n          ...WallSpanWords\n        }\n      }\n    }\n  }\n": types.MoveOptionsDocument,
    "\n  mutation MoveSession($input: MoveSessionInput!) {\n    moveSession(input: $input) {\n      ... on SessionPayload {\n        session {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.MoveSessionDocument,
    "\n  mutation UndoMove($input: SessionInput!) {\n    undoMove(input: $input) {\n      ... on SessionPayload {\n        session {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n": types.UndoMoveDocument,
    "\n  fragment SessionFields on Session {\n    id\n    pairingId\n    status\n    statusInWords\n    reasonInWords\n    isMoved\n    isDisputed\n    hasEnded\n    startsAt\n    endsAt\n    minutes\n    version\n    viewerSide\n    meetingLink\n    agenda\n    yourTime {\n      ...WallSpanWords\n    }\n    otherTimes {\n      name\n      time {\n        ...WallSpanWords\n      }\n    }\n    executive {\n      id\n      name\n    }\n    champion {\n      id\n      name\n    }\n    onBehalfOf {\n      id\n      name\n    }\n    viewerCanMove\n    viewerCanSkip\n    viewerCanCancel\n    viewerCanRestore\n    viewerCanRecord\n  }\n": types.SessionFieldsFragmentDoc,
    "\n  fragment WallSpanWords on WallSpan {\n    place\n    offset\n    day\n    dayInWords\n    timeInWords\n  }\n": types.WallSpanWordsFragmentDoc,
    "\n  query OneSession($id: ID!) {\n    session(id: $id) {\n      ...SessionFields\n    }\n  }\n": types.OneSessionDocument,
    "\n  query Sessions($from: Instant!, $to: Instant!) {\n    sessions(from: $from, to: $to) {\n      ...SessionFields\n    }\n  }\n": types.SessionsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignIn {\n    installation {\n      programmeName\n      companyMode\n    }\n    demoPeople {\n      id\n      name\n      title\n      note\n      roleLabel\n    }\n  }\n"): (typeof documents)["\n  query SignIn {\n    installation {\n      programmeName\n      companyMode\n    }\n    demoPeople {\n      id\n      name\n      title\n      note\n      roleLabel\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      id\n      name\n      email\n      timeZone\n      roles\n    }\n    installation {\n      programmeName\n      companyMode\n      mailConfigured\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      id\n      name\n      email\n      timeZone\n      roles\n    }\n    installation {\n      programmeName\n      companyMode\n      mailConfigured\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LearningFields on Learning {\n    id\n    personName\n    isMine\n    body\n    stage\n    audience\n    createdAt\n    version\n  }\n"): (typeof documents)["\n  fragment LearningFields on Learning {\n    id\n    personName\n    isMine\n    body\n    stage\n    audience\n    createdAt\n    version\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Learned($after: String) {\n    myLearningCounts {\n      tried\n      kept\n      passedOn\n    }\n    lastTime {\n      otherName\n    }\n    myLearnings(first: 20, after: $after) {\n      totalCount\n      edges {\n        node {\n          ...LearningFields\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query Learned($after: String) {\n    myLearningCounts {\n      tried\n      kept\n      passedOn\n    }\n    lastTime {\n      otherName\n    }\n    myLearnings(first: 20, after: $after) {\n      totalCount\n      edges {\n        node {\n          ...LearningFields\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SharedLearnings($after: String) {\n    sharedLearnings(first: 10, after: $after) {\n      totalCount\n      edges {\n        node {\n          ...LearningFields\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query SharedLearnings($after: String) {\n    sharedLearnings(first: 10, after: $after) {\n      totalCount\n      edges {\n        node {\n          ...LearningFields\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddLearning($input: AddLearningInput!) {\n    addLearning(input: $input) {\n      ... on LearningPayload {\n        learning {\n          ...LearningFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddLearning($input: AddLearningInput!) {\n    addLearning(input: $input) {\n      ... on LearningPayload {\n        learning {\n          ...LearningFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeLearning($input: ChangeLearningInput!) {\n    changeLearning(input: $input) {\n      ... on LearningPayload {\n        learning {\n          ...LearningFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeLearning($input: ChangeLearningInput!) {\n    changeLearning(input: $input) {\n      ... on LearningPayload {\n        learning {\n          ...LearningFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShareLearning($input: ShareLearningInput!) {\n    shareLearning(input: $input) {\n      ... on LearningPayload {\n        learning {\n          ...LearningFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ShareLearning($input: ShareLearningInput!) {\n    shareLearning(input: $input) {\n      ... on LearningPayload {\n        learning {\n          ...LearningFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteLearning($input: DeleteLearningInput!) {\n    deleteLearning(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteLearning($input: DeleteLearningInput!) {\n    deleteLearning(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SessionsToConfirm {\n    sessionsToConfirm {\n      sessionId\n      startsAt\n      otherName\n      otherSaysMet\n    }\n  }\n"): (typeof documents)["\n  query SessionsToConfirm {\n    sessionsToConfirm {\n      sessionId\n      startsAt\n      otherName\n      otherSaysMet\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChampionDesk {\n    sessionsToLog {\n      sessionId\n      startsAt\n      otherName\n      otherSaysMet\n    }\n    sessionsToPrepare {\n      session {\n        sessionId\n        startsAt\n        otherName\n      }\n      lastTime {\n        startsAt\n        topics\n        changeLine\n        nextStep\n      }\n    }\n  }\n"): (typeof documents)["\n  query ChampionDesk {\n    sessionsToLog {\n      sessionId\n      startsAt\n      otherName\n      otherSaysMet\n    }\n    sessionsToPrepare {\n      session {\n        sessionId\n        startsAt\n        otherName\n      }\n      lastTime {\n        startsAt\n        topics\n        changeLine\n        nextStep\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SessionFacts($sessionId: ID!) {\n    sessionFacts(sessionId: $sessionId) {\n      ...SessionFactsFields\n    }\n  }\n"): (typeof documents)["\n  query SessionFacts($sessionId: ID!) {\n    sessionFacts(sessionId: $sessionId) {\n      ...SessionFactsFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SessionFactsFields on SessionFacts {\n    sessionId\n    championName\n    executiveName\n    startsAt\n    durationMin\n    met\n    isDisputed\n    topics\n  }\n"): (typeof documents)["\n  fragment SessionFactsFields on SessionFacts {\n    sessionId\n    championName\n    executiveName\n    startsAt\n    durationMin\n    met\n    isDisputed\n    topics\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LastTime {\n    lastTime {\n      sessionId\n      pairingId\n      startsAt\n      otherName\n      topics\n      changeLine\n      nextStep\n    }\n  }\n"): (typeof documents)["\n  query LastTime {\n    lastTime {\n      sessionId\n      pairingId\n      startsAt\n      otherName\n      topics\n      changeLine\n      nextStep\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SessionLogForm($sessionId: ID!) {\n    sessionLogForm(sessionId: $sessionId) {\n      sessionId\n      pairingId\n      startsAt\n      durationMin\n      otherName\n      offeredTopics\n      viewerCanLog\n      log {\n        sessionId\n        met\n        absentSide\n        topics\n        onRealWork\n        handsOn\n        changeLine\n        nextStep\n        didNotWork\n        authorName\n        loggedAt\n        executiveSaysMet\n        version\n        viewerCanChange\n      }\n    }\n  }\n"): (typeof documents)["\n  query SessionLogForm($sessionId: ID!) {\n    sessionLogForm(sessionId: $sessionId) {\n      sessionId\n      pairingId\n      startsAt\n      durationMin\n      otherName\n      offeredTopics\n      viewerCanLog\n      log {\n        sessionId\n        met\n        absentSide\n        topics\n        onRealWork\n        handsOn\n        changeLine\n        nextStep\n        didNotWork\n        authorName\n        loggedAt\n        executiveSaysMet\n        version\n        viewerCanChange\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LogSession($input: LogSessionInput!) {\n    logSession(input: $input) {\n      ... on SessionLogPayload {\n        log {\n          sessionId\n          met\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation LogSession($input: LogSessionInput!) {\n    logSession(input: $input) {\n      ... on SessionLogPayload {\n        log {\n          sessionId\n          met\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeSessionLog($input: ChangeSessionLogInput!) {\n    changeSessionLog(input: $input) {\n      ... on SessionLogPayload {\n        log {\n          sessionId\n          met\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeSessionLog($input: ChangeSessionLogInput!) {\n    changeSessionLog(input: $input) {\n      ... on SessionLogPayload {\n        log {\n          sessionId\n          met\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmSession($input: ConfirmSessionInput!) {\n    confirmSession(input: $input) {\n      ... on ConfirmSessionPayload {\n        sessionId\n        isDisputed\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmSession($input: ConfirmSessionInput!) {\n    confirmSession(input: $input) {\n      ... on ConfirmSessionPayload {\n        sessionId\n        isDisputed\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SessionNotes($sessionId: ID!) {\n    sessionNotes(sessionId: $sessionId) {\n      id\n      authorName\n      isMine\n      audience\n      body\n      createdAt\n      version\n    }\n  }\n"): (typeof documents)["\n  query SessionNotes($sessionId: ID!) {\n    sessionNotes(sessionId: $sessionId) {\n      id\n      authorName\n      isMine\n      audience\n      body\n      createdAt\n      version\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddNote($input: AddNoteInput!) {\n    addNote(input: $input) {\n      ... on NotePayload {\n        note {\n          id\n          audience\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddNote($input: AddNoteInput!) {\n    addNote(input: $input) {\n      ... on NotePayload {\n        note {\n          id\n          audience\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeNote($input: ChangeNoteInput!) {\n    changeNote(input: $input) {\n      ... on NotePayload {\n        note {\n          id\n          audience\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeNote($input: ChangeNoteInput!) {\n    changeNote(input: $input) {\n      ... on NotePayload {\n        note {\n          id\n          audience\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteNote($input: DeleteNoteInput!) {\n    deleteNote(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteNote($input: DeleteNoteInput!) {\n    deleteNote(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OutcomeFields on Outcome {\n    id\n    category\n    grade\n    workflow\n    source\n    minutesBefore\n    minutesAfter\n    timesPerMonth\n    people\n    monthlyHours\n    validFrom\n    validTo\n    authorName\n    corroboratedByName\n    viewerCanCorroborate\n  }\n"): (typeof documents)["\n  fragment OutcomeFields on Outcome {\n    id\n    category\n    grade\n    workflow\n    source\n    minutesBefore\n    minutesAfter\n    timesPerMonth\n    people\n    monthlyHours\n    validFrom\n    validTo\n    authorName\n    corroboratedByName\n    viewerCanCorroborate\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Outcomes($pairingId: ID!) {\n    outcomes(pairingId: $pairingId) {\n      ...OutcomeFields\n    }\n  }\n"): (typeof documents)["\n  query Outcomes($pairingId: ID!) {\n    outcomes(pairingId: $pairingId) {\n      ...OutcomeFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordOutcome($input: RecordOutcomeInput!) {\n    recordOutcome(input: $input) {\n      ... on OutcomePayload {\n        outcome {\n          ...OutcomeFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RecordOutcome($input: RecordOutcomeInput!) {\n    recordOutcome(input: $input) {\n      ... on OutcomePayload {\n        outcome {\n          ...OutcomeFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CorroborateOutcome($input: CorroborateOutcomeInput!) {\n    corroborateOutcome(input: $input) {\n      ... on OutcomePayload {\n        outcome {\n          ...OutcomeFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CorroborateOutcome($input: CorroborateOutcomeInput!) {\n    corroborateOutcome(input: $input) {\n      ... on OutcomePayload {\n        outcome {\n          ...OutcomeFields\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ThanksReceived($after: String) {\n    thanksReceived(first: 20, after: $after) {\n      totalCount\n      edges {\n        node {\n          id\n          fromName\n          body\n          at\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query ThanksReceived($after: String) {\n    thanksReceived(first: 20, after: $after) {\n      totalCount\n      edges {\n        node {\n          id\n          fromName\n          body\n          at\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GiveThanks($input: GiveThanksInput!) {\n    giveThanks(input: $input) {\n      ... on ThanksPayload {\n        thanks {\n          id\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation GiveThanks($input: GiveThanksInput!) {\n    giveThanks(input: $input) {\n      ... on ThanksPayload {\n        thanks {\n          id\n        }\n      }\n      ... on LearningRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoBooking($input: SeriesInput!) {\n    undoBooking(input: $input) {\n      ... on UndoneBookingPayload {\n        pairingId\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UndoBooking($input: SeriesInput!) {\n    undoBooking(input: $input) {\n      ... on UndoneBookingPayload {\n        pairingId\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SingleTimes($pairingId: ID!) {\n    singleTimes(pairingId: $pairingId) {\n      startsAt\n      yourTime {\n        ...WallSpanWords\n      }\n      otherTimes {\n        name\n        time {\n          ...WallSpanWords\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SingleTimes($pairingId: ID!) {\n    singleTimes(pairingId: $pairingId) {\n      startsAt\n      yourTime {\n        ...WallSpanWords\n      }\n      otherTimes {\n        name\n        time {\n          ...WallSpanWords\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BookSession($input: BookSessionInput!) {\n    bookSession(input: $input) {\n      ... on BookedPayload {\n        seriesId\n        sessions {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BookSession($input: BookSessionInput!) {\n    bookSession(input: $input) {\n      ... on BookedPayload {\n        seriesId\n        sessions {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoSingle($input: SeriesInput!) {\n    undoBooking(input: $input) {\n      ... on UndoneBookingPayload {\n        pairingId\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UndoSingle($input: SeriesInput!) {\n    undoBooking(input: $input) {\n      ... on UndoneBookingPayload {\n        pairingId\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SkipSession($input: CallOffSessionInput!) {\n    skipSession(input: $input) {\n      ... on SessionPayload {\n        session {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SkipSession($input: CallOffSessionInput!) {\n    skipSession(input: $input) {\n      ... on SessionPayload {\n        session {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreSession($input: SessionInput!) {\n    restoreSession(input: $input) {\n      ... on SessionPayload {\n        session {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreSession($input: SessionInput!) {\n    restoreSession(input: $input) {\n      ... on SessionPayload {\n        session {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChampionSessions($from: Instant!, $to: Instant!) {\n    nextSession {\n      ...SessionFields\n    }\n    sessions(from: $from, to: $to) {\n      ...SessionFields\n    }\n  }\n"): (typeof documents)["\n  query ChampionSessions($from: Instant!, $to: Instant!) {\n    nextSession {\n      ...SessionFields\n    }\n    sessions(from: $from, to: $to) {\n      ...SessionFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Delegates {\n    myDelegates {\n      since\n      person {\n        id\n        name\n      }\n    }\n    lookedAfterPeople {\n      since\n      person {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query Delegates {\n    myDelegates {\n      since\n      person {\n        id\n        name\n      }\n    }\n    lookedAfterPeople {\n      since\n      person {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddDelegate($input: AddDelegateInput!) {\n    addDelegate(input: $input) {\n      ... on DelegatesPayload {\n        delegates {\n          since\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddDelegate($input: AddDelegateInput!) {\n    addDelegate(input: $input) {\n      ... on DelegatesPayload {\n        delegates {\n          since\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveDelegate($input: RemoveDelegateInput!) {\n    removeDelegate(input: $input) {\n      ... on DelegatesPayload {\n        delegates {\n          since\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveDelegate($input: RemoveDelegateInput!) {\n    removeDelegate(input: $input) {\n      ... on DelegatesPayload {\n        delegates {\n          since\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SessionToMove($id: ID!) {\n    session(id: $id) {\n      ...SessionFields\n    }\n  }\n"): (typeof documents)["\n  query SessionToMove($id: ID!) {\n    session(id: $id) {\n      ...SessionFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoveOptions($sessionId: ID!, $from: Instant) {\n    moveOptions(sessionId: $sessionId, from: $from) {\n      startsAt\n      yourTime {\n        ...WallSpanWords\n      }\n      otherTimes {\n        name\n        time {\n          ...WallSpanWords\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MoveOptions($sessionId: ID!, $from: Instant) {\n    moveOptions(sessionId: $sessionId, from: $from) {\n      startsAt\n      yourTime {\n        ...WallSpanWords\n      }\n      otherTimes {\n        name\n        time {\n          ...WallSpanWords\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveSession($input: MoveSessionInput!) {\n    moveSession(input: $input) {\n      ... on SessionPayload {\n        session {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MoveSession($input: MoveSessionInput!) {\n    moveSession(input: $input) {\n      ... on SessionPayload {\n        session {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoMove($input: SessionInput!) {\n    undoMove(input: $input) {\n      ... on SessionPayload {\n        session {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UndoMove($input: SessionInput!) {\n    undoMove(input: $input) {\n      ... on SessionPayload {\n        session {\n          ...SessionFields\n        }\n      }\n      ... on SessionRefusal {\n        message\n        field\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SessionFields on Session {\n    id\n    pairingId\n    status\n    statusInWords\n    reasonInWords\n    isMoved\n    isDisputed\n    hasEnded\n    startsAt\n    endsAt\n    minutes\n    version\n    viewerSide\n    meetingLink\n    agenda\n    yourTime {\n      ...WallSpanWords\n    }\n    otherTimes {\n      name\n      time {\n        ...WallSpanWords\n      }\n    }\n    executive {\n      id\n      name\n    }\n    champion {\n      id\n      name\n    }\n    onBehalfOf {\n      id\n      name\n    }\n    viewerCanMove\n    viewerCanSkip\n    viewerCanCancel\n    viewerCanRestore\n    viewerCanRecord\n  }\n"): (typeof documents)["\n  fragment SessionFields on Session {\n    id\n    pairingId\n    status\n    statusInWords\n    reasonInWords\n    isMoved\n    isDisputed\n    hasEnded\n    startsAt\n    endsAt\n    minutes\n    version\n    viewerSide\n    meetingLink\n    agenda\n    yourTime {\n      ...WallSpanWords\n    }\n    otherTimes {\n      name\n      time {\n        ...WallSpanWords\n      }\n    }\n    executive {\n      id\n      name\n    }\n    champion {\n      id\n      name\n    }\n    onBehalfOf {\n      id\n      name\n    }\n    viewerCanMove\n    viewerCanSkip\n    viewerCanCancel\n    viewerCanRestore\n    viewerCanRecord\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WallSpanWords on WallSpan {\n    place\n    offset\n    day\n    dayInWords\n    timeInWords\n  }\n"): (typeof documents)["\n  fragment WallSpanWords on WallSpan {\n    place\n    offset\n    day\n    dayInWords\n    timeInWords\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OneSession($id: ID!) {\n    session(id: $id) {\n      ...SessionFields\n    }\n  }\n"): (typeof documents)["\n  query OneSession($id: ID!) {\n    session(id: $id) {\n      ...SessionFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sessions($from: Instant!, $to: Instant!) {\n    sessions(from: $from, to: $to) {\n      ...SessionFields\n    }\n  }\n"): (typeof documents)["\n  query Sessions($from: Instant!, $to: Instant!) {\n    sessions(from: $from, to: $to) {\n      ...SessionFields\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;