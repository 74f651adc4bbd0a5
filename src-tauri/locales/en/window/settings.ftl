settings-title = Settings
settings-open = Settings
settings-set-aside = When Selfcheck was opened, your settings could not be understood, so it began with new ones. The old file is kept at { $path }.
settings-not-kept-no_place = There is no place on this computer where settings can be kept. What you choose holds until you close this window.
settings-not-kept-unreadable = The file with your settings cannot be read, so nothing is written to it. What you choose holds until you close this window. Check that your own folder can be read, and open Selfcheck again.
settings-reading = Reading
settings-text-size = Size of all text
settings-percent = { $n } %
settings-language = Language
settings-as-the-computer = As this computer ({ $language })
settings-lists = Lists of leaked passwords
settings-lists-text = When you check a password these are asked, in this order. As soon as one of them holds it, no other is asked.
settings-embedded = { $entries } passwords that are often used. It is always asked first, and nothing leaves this computer for that.
settings-embedded-as-of = { $entries } passwords that are often used, as of { DAY($asOf) }. It is always asked first, and nothing leaves this computer for that.
settings-file = A full list on this computer
settings-file-text = With the whole list on your own disk nothing has to leave this computer at all. Choose a list file that you have, or download the list.
settings-choose = Choose a list file
settings-choose-another = Choose another file
settings-in-folder = In { $folder }.
settings-entries = Passwords
settings-size = Size
settings-as-of = As of
settings-source = From
settings-wrong = Wrong hits
settings-one-in = one in { $millions } million passwords that are not on it
settings-partial = The list file holds only { $part } of { $all } parts of the whole list. “Not on this list” says nothing about passwords of the other parts.
settings-verify = Check every byte of it
settings-verifying = Share of the file that was checked
settings-update = Bring it up to date
settings-stop = Stop
settings-forget = Do not ask this file
settings-forget-hint = The file itself stays on your disk.
settings-verified-running = Checking the file: { PERCENT($share) }.
settings-verified-whole = Every byte of the file is as it should be.
settings-verified-damaged = The file is damaged between byte { $from } and byte { $to }. Passwords that belong there answer "could not check". Get the file again.
settings-verified-unreadable = The file cannot be read to its end. Get it again.
settings-verified-stopped = Stopped before the end.
settings-problem-unreadable = This file cannot be opened, so every check says that it could not ask it. Choose it again, or do not ask it.
settings-problem-foreign = This file is no list any more, so every check says that it could not ask it. Choose another one.
settings-problem-damaged = This file is damaged, so every check says that it could not ask it. Get it again, or do not ask it.
settings-online = An online list
settings-online-text = Five characters of a scrambled form of the password (a hash) are sent, never the password or your name. Thousands of passwords share them.
settings-online-choices-ask_me = Ask me first, once after each start, before anything is sent to { $host }
settings-online-choices-yes = Ask { $host } whenever the lists above do not hold the password
settings-online-choices-never = Only on this computer: never ask anybody
settings-mirror = Address of another service that keeps the same list (a mirror)
settings-mirror-hint = Leave it empty for the service of Have I Been Pwned. The address begins with https://.
settings-mirror-save = Use this address
settings-mirror-clear = Use Have I Been Pwned
settings-home-transfer = A list is being downloaded: { PERCENT($done, $total) }.
transfer-start = Download the full list
transfer-ask-title = Download the full list
transfer-ask-text = It comes from { $host } in about a million parts. Each one is asked for, so nobody learns anything about your passwords.
transfer-ask-size = The public list has more than a billion passwords. Each billion needs about 5 GB in the end, and about 7 GB more while it is being made. It can take many hours. You can pause it, close this window and go on another day.
transfer-ask-yes = Choose where to keep it, and start
transfer-ask-no = Not now
transfer-title = Downloading { $name }
transfer-updating = Bringing { $name } up to date
transfer-from = From { $host }.
transfer-progress = Share of the list that is here
transfer-fetching =
    { $total ->
        [0] Asking for the first parts.
       *[other] { $done } of { $total } parts are here ({ PERCENT($done, $total) }).
    }
transfer-writing = All parts are here. The list is being written ({ PERCENT($done, $total) }).
transfer-left = Time left: { DURATION($seconds) }.
transfer-will-have = The list will have about { BYTES($size) }.
transfer-again =
    { $n ->
        [one] { $n } part
       *[other] { $n } parts
    } did not come and will be asked for again.
transfer-background = It goes on while you use the other pages.
transfer-paused = Stopped for now. What has come is kept.
transfer-pause = Pause
transfer-resume = Go on
transfer-throw-away = Throw it away
transfer-throw-ask = Everything that has come so far is removed. A finished list stays.
transfer-throw-yes = Throw away what has come
transfer-keep = Keep it
transfer-done = { $name } is whole, and is asked from now on.
transfer-missing =
    { $n ->
        [one] { $n } part
       *[other] { $n } parts
    } could not be had, so the list is not finished. What has come is kept. Check your connection, then go on.
transfer-no-room = There is too little room on the disk: about { BYTES($needed) } are needed and { BYTES($free) } are free. Make room, then go on.
transfer-reason-other_journal = Something else was begun at the same place, from another address. Throw it away to start again, or choose another place.
transfer-reason-in_use = Another window or program is at work on the same file. Wait for it, then go on.
transfer-reason-outgrown = There are more passwords now than this file was made for. Throw this away, do not ask the file any more, and download the list again.
transfer-reason-list = The list that should be brought up to date cannot be read. Throw this away and download the list again.
transfer-reason-full = The disk is full, and what has come is kept. Make room, then go on.
transfer-reason-disk = A file could not be read or written. Check the folder and the room on the disk, then go on.
transfer-reason-no_client = No secure connection can be set up on this computer. Check that its certificates are installed, then go on.
transfer-unknown = It stopped, and what has come is kept. Go on when you like.
