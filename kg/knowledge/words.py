"""The shape of the files of words: ``speech.yaml`` (saying, modality) and ``groups.yaml`` (nouns for parties)."""

from collections import Counter

from pydantic import Field, model_validator

from kg.knowledge.schema import Part, Schema, Words


class ModalityWords(Schema):
    planned: Words
    possible: Words
    denied: Words
    happened: Words

    @model_validator(mode="after")
    def _one_effect_a_word(self) -> "ModalityWords":
        words = Counter(w for listed in (self.planned, self.possible, self.denied, self.happened) for w in set(listed))
        if twice := sorted(w for w, n in words.items() if n > 1):
            raise ValueError(f"in more than one list: {', '.join(twice)}; leave each in one")
        return self


class NominalWords(Schema):
    """What a sentence says of the happening of an event that a noun names."""

    past: Words = Field(description="Words beside the noun that put it behind us: 'last week's talks'.")
    collapsing: Words = Field(
        description="Verbs by which what was planned never comes: 'the planned summit collapsed'."
    )
    causes: Words = Field(description="Nouns that an event is the cause of: 'in response to the attack'.")
    bearing: Words = Field(description="Nouns that presuppose what 'of the' names: 'the impact of the attack'.")
    ending: Words = Field(description="Verbs whose object has gone on until then: 'decided to end attacks'.")
    calling_off: Words = Field(description="Verbs whose object does not come about: 'cancelled the talks'.")
    agendas: Words = Field(description="Nouns for what somebody means to do: 'his agenda includes talks'.")
    learning: Words = Field(description="Verbs whose clause tells what is so: 'alarmed to learn that he had left'.")
    scruples: Words = Field(description="Verbs that negated tell of what is done: 'did not hesitate to attack'.")
    trying: Words = Field(description="Verbs of which only the aim is open: 'tried to end the row by apologising'.")
    means: Words = Field(description="Nouns whose 'for' tells what may come of them: 'a plan for lifting the ban'.")
    attending: Words = Field(
        description="Verbs whose object goes on without who does not do them: 'did not attend it'."
    )
    ceasing: Words = Field(description="Verbs whose gerund has gone on until then: 'should stop shelling'.")
    lacking: Words = Field(description="Words whose 'of' names what it did not come to: 'stopped short of leaving'.")
    wanted: Words = Field(description="Nouns for how much an act is wanted: 'the importance of holding talks'.")
    owed: Words = Field(description="Verbs for a duty in the present: 'is obliged to hold talks'.")
    needed: Words = Field(description="Verbs that, denied, leave an act open: 'does not have to sign'.")
    bound: Words = Field(description="Of 'going', verbs behind which what 'for' names is still to come.")
    gone_for: Words = Field(description="Verbs of what one travels for: 'flew to Rome to meet him'.")
    taking_word: Words = Field(description="Verbs of having one's say for what 'to' names: 'wrote to complain'.")
    untrue: Words = Field(description="Adjectives for what is said and is not so: 'the reports are false'.")
    facts: Words = Field(description="Nouns whose clause is so: 'the fact that Chad attacked'.")
    told: Words = Field(description="Nouns whose clause is only told: 'rumours that Chad attacked'.")
    words: Words = Field(description="Nouns whose clause is what their owner says: 'Chad's claim that Mali attacked'.")
    left_open: Words = Field(description="Verbs that negated leave their object possible: 'did not rule out talks'.")
    given_up: Words = Field(description="Verbs whose plans come to nothing: 'dropped plans to expel him'.")
    confirming: Words = Field(description="Verbs that negated leave their object possible: 'did not confirm talks'.")
    nearly: Words = Field(description="Adverbs with which it did not come to it: 'almost attacked'.")
    evidence: Words = Field(description="Nouns without which an event is only possible: 'no evidence of an attack'.")
    coming: Words = Field(description="Words beside the noun that put it before us: 'next week's talks'.")
    eves: Words = Field(description="Words before whose 'of' an event is to come: 'on the eve of the talks'.")
    firsts: Words = Field(description="Words for who has done what 'to' tells: 'the first to visit Chad'.")
    foretelling: dict[str, Words] = Field(description="Verb -> nouns for what is still to come: 'announced a visit'.")
    supposed: Words = Field(description="Nouns of what may come about: 'in the event of an attack'.")
    near: Words = Field(description="Adjectives for what is not there: 'an agreement is near'.")
    open_acts: Words = Field(description="Nouns for acts that are not done while one talks of them.")
    ordered_acts: Words = Field(description="Nouns for acts that are not done when they are ordered.")
    open_about: Words = Field(description="Words for talking of such acts: 'the issue of his release'.")
    occurring: Words = Field(description="Verbs that say of their subject that it comes about.")
    scheduled: Words = Field(description="Verbs that in the present tense tell what is to come: 'begins on Friday'.")
    produced: Words = Field(description="Verbs that say of what is done that it comes about.")
    presupposing: Words = Field(description="Verbs whose object is there already: 'discussed the attack'.")
    scheduled_acts: Words = Field(description="Nouns for what is told of before it is done: 'the visit'.")
    awaiting: Words = Field(description="Adjectives of who would have what 'to' or 'in' names: 'open to talks'.")
    judged: Words = Field(description="Adjectives of who did what they judge: 'was wrong to dismiss it'.")
    courses: Words = Field(description="Nouns whose 'of' or 'to' names what begins or goes on: 'a return to talks'.")
    purposes: Words = Field(description="Nouns for what an event is for: 'the aim of the visit'.")
    proposing: Words = Field(description="Verbs whose object may come about: 'proposed talks', 'warned sanctions'.")
    reasons: Words = Field(description="Nouns for why something was done: 'gave no reason for sacking him'.")
    given: Words = Field(description="Verbs of giving a reason.")
    surviving: Words = Field(description="Verbs of what did not come about: 'survived a bid to oust him'.")
    answering: Words = Field(description="Verbs that answer what 'for' names: 'arrested for the attack'.")
    resulting: Words = Field(
        description="Verbs of what 'to' or 'in' names, which is there if they are: 'may lead to war'."
    )
    going: Words = Field(description="Verbs of going or sending somebody for what 'for' names: 'flew there for talks'.")
    standing: Words = Field(description="Nouns for what stays in force: 'the sanctions', 'the pact'.")


class SpeechFile(Schema):
    say: Words
    needs_content: Words
    greeting: Words = Field(description="Verbs that with a person as object tell of no words: 'welcomed him'.")
    object_content: dict[str, Words]
    refusing_objects: dict[str, Words] = Field(description="Verb -> objects that it refuses: 'denied entry to him'.")
    continuing: Words
    habitual: Words = Field(description="Adverbs of what is done at no one time: 'rarely recalls its envoys'.")
    backing: Words = Field(description="Verbs that help their object in what it does: 'backed Chad in its war'.")
    judging: Words = Field(description="Verbs that judge what their object did: 'thanked her for her help'.")
    punishing: Words = Field(description="Of these, verbs of what is done, not said, to it: 'expelled two for spying'.")
    mentioning: Words = Field(description="Verbs whose object is only spoken of, wherever that is done.")
    quoting: Words = Field(description="Verbs whose object says what comes after 'as'.")
    reporting: Words = Field(description="Verbs whose object has happened by their account: 'reported clashes'.")
    expressing: Words = Field(description="Verbs of feelings about somebody: 'expressed anger at Chad for it'.")
    charging: Words = Field(description="Verbs whose 'of' tells what somebody did, by their subject's account.")
    according_to: Words
    mental: Words
    not_speakers: Words
    formulas: Words = Field(Words(), description="Words that do what they say: 'declared him “persona non grata”'.")
    hearsay: Words = Field(description="Verbs whose passive leaves their clause possible: 'it is alleged that'.")
    looking: Words = Field(description="Verbs whose infinitive is possible: 'appears to have attacked'.")
    rumours: Words = Field(description="Of these, whoever tells what is only possible: 'reports said'.")
    asides: Words = Field(
        description="Nouns by which the narrator adds what something means: 'in a move that followed the raid'."
    )
    for_organisations: Words = Field(description="Of these, those who speak for an organisation before them.")
    for_states: Words = Field(description="Of those, what states issue: 'a Kenyan statement'.")
    modality: ModalityWords
    nominal: NominalWords


class OneEventWords(Schema):
    """Words by which two mentions of an article tell of one event."""

    attacks: Words = Field(description="Nouns that take up an attack told before: 'the bombing'.")
    tolls: Words = Field(description="Verbs that tell whom an attack hit.")
    claims: Words = Field(description="Verbs by which one says that an attack was one's own.")
    agreements: Words = Field(description="Nouns that with 'the' are the agreement told before.")
    promises: Words = Field(description="Verbs by which one side binds itself, not two: 'promised to help'.")
    talks: Words = Field(description="Nouns that with 'the' are the talks told before.")
    ties: Words = Field(description="Nouns whose breaking off is one act, by whatever verb.")
    decisions: Words = Field(
        description="Nouns that take up what has been done, whatever it is: 'the decision to leave'."
    )
    named_by: dict[str, Words] = Field(
        description="Type of event -> nouns, beside its frames' own, that take it up: 'Iran offered help … the offer'."
    )
    sayings: Words = Field(description="Nouns that take up what somebody has said: 'rejected the remarks'.")
    issued: Words = Field(description="Nouns of what is said or handed over once: 'issued an ultimatum … gave it'.")
    expelling: Words = Field(description="Words by which somebody is sent out: 'declared him unwanted'.")
    leaving: Words = Field(description="Verbs of what those are told to do: 'ordering him to leave'.")
    one_act: list[Words] = Field(
        description="Groups of words that news tells one act by: who is ordered out is expelled."
    )


class GroupsFile(Schema):
    """Nouns that stand for several parties at once, and for one party named before."""

    both: Words = Field(description="Plural nouns for the parties of the latest event: 'the sides'.")
    apart: Words = Field(description="Words before plurals for others than those told of: 'regional leaders'.")
    namesakes: dict[str, tuple[str, ...]] = Field(description="Plural of a name two states share -> their ISO codes.")
    paired: Words = Field(description="Words beside these that leave them the parties told of before.")
    at_war: Words = Field(description="Words beside these that leave them those who have fought: 'the warring sides'.")
    country: Words = Field(description="Nouns for the state in focus: 'the country'.")
    based: Words = Field(description="Participles for where people are at home or at war: 'rebels based in Chad'.")
    once_ruled: Words = Field(description="Nouns for the state in focus behind 'former': 'the former French colony'.")
    people: Words = Field(description="Nouns for people who act together without a name.")
    forces: Words = Field(description="Nouns for those who use force.")
    targets: Words = Field(description="Nouns for things that are attacked.")
    weapons: Words = Field(description="Nouns for what explodes.")
    from_there: Words = Field(description="Words that with a hyphen tell whence alone: 'a Saudi-born Islamist'.")
    blames: Words = Field(description="Nouns for what is said against somebody: 'criticism of Chad by the UN'.")
    fates: Words = Field(description="Nouns for what befell whose it is: 'an inquiry into his death'.")
    bestowed: Words = Field(description="Nouns for what a state gives: of 'his US visa was cancelled' the US does it.")
    killings: Words = Field(
        description="Nouns for a violent death, which nobody lives on after: 'revenge for his killing'."
    )
    charges: Words = Field(description="Nouns for why 'on' something is done: 'held on suspicion of links to Hamas'.")
    endings: Words = Field(description="Nouns for the end of what is called for: 'a halt to attacks on Israel'.")
    kin: Words = Field(description="Nouns for those of a person who act for themselves: 'his family'.")
    hearing: Words = Field(description="Ends of names of bodies before which one complains of others.")
    sidelines: Words = Field(description="Nouns for what is beside a gathering: 'on the sidelines of the summit'.")
    hazards: Words = Field(description="What goes off by itself: 'an explosion at an ammunition depot'.")
    accidents: Words = Field(description="Words for what kills without anybody's will: 'crash', 'flood'.")
    people_animate: Words = Field(description="Nouns for people as the object of an act.")
    commanding_verbs: Words = Field(description="Verbs by which one has one's own forces act: 'ordered troops to'.")
    object_control: Words = Field(description="Verbs whose object does what the verb below them tells.")
    relying: dict[str, str] = Field(description="Verbs, with the preposition before who is to act: 'rely on Chad to'.")
    local: Words = Field(description="Nouns for those who act for the state they are in: 'officials in Chad'.")
    private: Words = Field(description="Nouns for those who act for themselves: 'Japanese companies'.")
    experts: Words = Field(description="Of these, those who act for an organisation named before them.")
    private_fields: Words = Field(description="Words before leaders of no state: 'Brazilian business leaders'.")
    human_verbs: Words = Field(Words(), description="Verbs whose named object is a person.")
    human_alone_verbs: Words = Field(description="Verbs whose object, if it is one name alone, is a person.")
    lemmas: dict[str, str] = Field({}, description="Dictionary forms that the language model gets wrong.")
    counterparts: Words = Field(description="Nouns for a person by another's post: 'his counterpart'.")
    speaking_bodies: Words = Field(description="Who speaks of its own without a name: 'the opposition says its …'.")
    generic_organisations: dict[str, Words] = Field(
        description="Nouns for an organisation named before, with the kinds that it may be: 'the group'."
    )
    force_names: Words = Field(description="Last words of the names of armed groups.")
    uprisings: Words = Field(description="Nouns whose owner is the state that rebels have risen in: 'Chad's revolt'.")
    bands: Words = Field(description="Nouns for what 'rebel' before them makes an armed group.")
    slaying: Words = Field(description="Words for killing whoever is named as its target: 'the assassination of X'.")
    individuals: Words = Field(description="Nouns whose plural names people who are not their state.")
    bodies: Words = Field(description="Nouns for bodies without a name that are not their state.")
    arming: Words = Field(description="Further words that do: 'terror', 'paramilitary'.")
    traditional: Words = Field(description="Plural titles of a people, not of its state: 'Fijian chiefs'.")
    breakaway: Words = Field(description="Words before 'republic', of places that few states recognise.")
    of_office: Words = Field(description="Nouns for people in office without a name or state: 'church leaders'.")
    crowds: Words = Field(description="Nouns whose 'of' makes a people no state: 'thousands of Iraqis'.")
    gatherings: Words = Field(description="Nouns for meetings of many, unlike those of two: 'a summit'.")
    relational: Words = Field(description="Nouns for somebody by what he is to another: 'its neighbour'.")
    befalling: Words = Field(description="Nouns for what a country named before them suffers: 'the Rwanda genocide'.")
    movements: Words = Field(description="Words that tell such people apart where no state does: 'Maoist rebels'.")
    persons: Words = Field(description="Nouns for one person without a name: mentions, no entities.")
    protesting_verbs: Words = Field(description="Verbs that tell against whom one protests: 'marched to denounce'.")
    measures: Words = Field(description="Nouns that only count what comes after 'of'.")
    uncovering_verbs: Words = Field(description="Verbs whose object is another's plan: 'uncovered a plot to …'.")
    receiving_verbs: Words = Field(description="Verbs whose object 'from' somebody is theirs: 'got a note from'.")
    helps: Words = Field(description="Nouns for the help that others give to what goes on: 'with US mediation'.")
    texts: Words = Field(description="Nouns for what says in writing what its authors say.")
    issuing: Words = Field(description="Verbs of those who speak by such a text: 'adopted a resolution'.")
    answers: Words = Field(description="Nouns for what one wants 'from' a government: 'an apology from Paris'.")
    pressing: Words = Field(description="Verbs and nouns that go against the state behind 'on': 'sanctions on'.")
    suffered: Words = Field(description="Nouns for what is done to whose it is: 'his arrest'.")
    of_rulers: Words = Field(
        description="Nouns for what only those who rule a country do in it: 'the arrests in Chad'."
    )
    passed_on: Words = Field(description="Nouns for what another is asked to do with somebody: 'his extradition'.")
    programmes: Words = Field(description="Nouns of the kind that the noun before them names: 'aid program'.")
    governing: Words = Field(description="Organs that stand for the state in focus: 'the government'.")
    ruling_forces: Words = Field(description="Of these the one whose state was told before is meant: 'the junta'.")
    non_state: Words = Field(description="Nouns for people who act from a state but not for it.")
    assembling_verbs: Words = Field(
        description="Verbs whose object takes part in what 'for' names: 'brought them together for talks'."
    )
    allies: Words = Field(description="Nouns for what a state named behind them is to another: 'its ally Mali'.")
    joinings: Words = Field(description="Nouns before which a body is what one joins: 'its NATO bid'.")
    joining_verbs: Words = Field(description="Verbs whose subject takes part in what 'in' or 'for' names.")
    warring: Words = Field(description="Words before 'group' and the like that use force.")
    responding_verbs: Words = Field(description="Verbs whose subject does what 'with' names.")
    against_others: Words = Field(description="Verbs of what is done to what is another's.")
    claiming_verbs: Words = Field(description="Verbs with which one owns to an attack.")
    claimed: Words = Field(description="Nouns for what one claims of an attack: 'claimed responsibility for it'.")
    scheduling_verbs: Words = Field(description="Verbs whose subject is in what they put off or plan.")
    firing_verbs: Words = Field(description="Verbs for how weapons are sent on their way: 'missiles fired by rebels'.")
    fights: Words = Field(description="Nouns for what has two sides: 'killed in clashes with rebels'.")
    inflicting: Words = Field(description="What people are killed in, by whom it names: 'killed in Israeli fire'.")
    killing_verbs: Words = Field(description="Verbs whose objects are dead.")
    injuring_verbs: Words = Field(description="Verbs whose objects are injured.")
    offices: Words = Field(description="Nouns through which their owner speaks: 'the president's office said'.")
    dying_verbs: Words = Field(description="Verbs whose subjects are dead.")
    costing_verbs: Words = Field(description="Verbs whose objects are lives lost.")
    stative: Words = Field(description="Verbs whose passive says what its subject is like: 'is committed to'.")
    journeys: Words = Field(description="Nouns for what one is on: 'warned on a visit to Fiji'.")
    led: Words = Field(description="Organs that are a state's where its leader's name is before them.")
    alongside: Words = Field(description="Nouns whose 'in … with' tells who is on one's side.")
    bringing_verbs: Words = Field(description="Verbs with which a message changes hands.")
    messages: Words = Field(description="Nouns for what they bring, whose 'from' names for whom.")
    accusing_verbs: Words = Field(description="Verbs whose object does what comes after 'of'.")
    announcing_verbs: Words = Field(description="Verbs whose subject does the announced acts that they tell.")
    announced_acts: Words = Field(description="Nouns for acts that are done by who announces them.")
    conveying_verbs: Words = Field(description="Verbs whose object may be another's: \"expressed China's support\".")
    light_verbs: Words = Field(description="Verbs whose subject takes part in what their object names.")
    one_event: OneEventWords
    agent_parts: dict[str, Part] = Field(description="Part of a participle's agent in the noun it modifies.")
    seats: Words = Field(description="What a state's government sits in: 'visited the Sudanese capital'.")
    missions: Words = Field(description="Bodies of one state in another: 'diplomats from Chad's embassy'.")
    arriving: Words = Field(description="Verbs with which a visit begins: 'arrived to begin a visit'.")
    beginning: Words = Field(description="Verbs for the begin of what their object names.")
    minorities: Words = Field(description="Words before a people that is not its state: 'rebel Serbs'.")
    sent: Words = Field(description="People sent by somebody: 'a delegation from Chad … the delegation'.")
    containers: Words = Field(description="Nouns that stand for what comes after 'of'.")
    restorings: Words = Field(
        description="Nouns for coming back, of which one asks others: 'the return of the exiles'."
    )
    leavings: Words = Field(description="Nouns for going from where one is: 'the withdrawal of troops from Chad'.")
    disposed: Words = Field(description="Words that tell only what people think of somebody: 'rebels hostile to him'.")
    siding: Words = Field(description="Words that tell whom fighters fight for: 'rebels loyal to the general'.")
    belonging: Words = Field(description="Participles that join people to what they are members of.")
