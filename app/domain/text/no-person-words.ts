const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

/** Capitalised words that are not a person: days, peoples, faiths, places, organisations, media. */
export const NOT_A_PERSON = set(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december christmas easter eid diwali hanukkah ramadan passover pride halloween bonfire new year black
  white asian african arab arabic english scottish welsh irish british polish romanian roma romani traveller travellers
  gypsy gypsies somali syrian afghan iraqi iranian kurdish sudanese eritrean ethiopian nigerian ghanaian pakistani
  bangladeshi indian chinese portuguese spanish italian french german ukrainian russian turkish yemeni jamaican caribbean
  palestinian israeli jewish jew jews muslim muslims islam islamic christian christians catholic protestant sikh sikhs
  hindu hindus buddhist lgbt lgbtq trans lesbian gay european eu uk england scotland wales ireland northern britain
  great kingdom united liverpool merseyside mersey everton bootle wirral sefton knowsley halton helens st widnes runcorn
  birkenhead wallasey southport crosby huyton kirkby manchester london anfield goodison north south east west city
  centre county council police constabulary facebook instagram whatsapp tiktok twitter telegram snapchat youtube
  nextdoor google easy read hate crime awareness week national international black lives matter defence league reform
  labour conservative tory liberal democrats green party britain first parliament government home office nhs royal
  world cup premier league tv radio post echo new old upper lower saint st hm crown high`)

/** A name that ends with one of these is of a place, a building or an organisation. */
export const PLACE_OR_GROUP = set(`
  road rd street avenue lane close row grove drive terrace court way crescent place gardens garden view mews square hill
  park green common field fields estate house houses tower flats block centre hub library school schools academy college
  university hospital surgery clinic church cathedral chapel mosque masjid synagogue temple gurdwara mandir station
  market shop shops store stores cafe restaurant takeaway hotel pub arms inn club bar fc afc rfc stadium ground arena
  gym pool docks dock pier quay bridge tunnel ward wards council police constabulary service services association
  society trust charity foundation homes housing care support outreach voices steps group groups network forum
  partnership federation league party union company ltd plc team unit point community communities festival parade march
  day night week month times echo post news bus line route island bay beach river canal playground campus precinct
  parkway retail residents tenants muslims jews travellers christians`)

/** Words that start a sentence or follow a colon, and are capitalised only for that. */
export const STARTS_A_SENTENCE = set(`
  a about across after again all almost also although among an and another any are around as asked at banners because
  before being below between both boys but by cars children complaints customers damage did do does drivers during each
  eggs every everybody everyone families few fears fights fireworks five flags flyers following for four from girls
  graffiti groups had half has have he hearing her here his how however i if in incidents is it its just large last
  leaflets learners local lots many members men messages more most mothers much my neighbours no nobody none not
  nothing now number of often on once one online only other others our out over parents participants passengers people
  police posters posts protest pupils recently repeated reports residents rumour rumours schools seen several she shop
  shopkeepers since six slogans small social some somebody someone something staff stickers still stories students
  swastikas talk taxi teachers teenagers tenants tension than that the their them then there these they this those
  three through to two under unknown until very visitors was we were what when where which while who why windows with
  within without witnesses women words worshippers young youths your`)
