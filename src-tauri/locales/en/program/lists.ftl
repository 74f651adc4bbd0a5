# `selfcheck list`, and what is said of list files elsewhere.

## What a list holds

list-info-embedded = { $n ->
    [one] The list inside this program: { $n } password, as of { $day }.
   *[other] The list inside this program: { $n } passwords, as of { $day }.
}
list-info-file = { $n ->
    [one] The list file: { $n } password, as of { $day }.
   *[other] The list file: { $n } passwords, as of { $day }.
}
list-info-file-undated = { $n ->
    [one] The list file: { $n } password, as of an unknown day.
   *[other] The list file: { $n } passwords, as of an unknown day.
}
list-info-size =
    { $bits } bits each; one wrong hit in { NUMBER($hits) }; { $counts ->
        [yes] classes of counts
       *[no] no counts
    }; { NUMBER($bytes) } bytes.
list-info-from = From: { $source }
list-part-of-ranges = { $file } holds only { NUMBER($part) } of { NUMBER($all) } ranges: a password of the others reads as not on this list.

## Looking up

list-look-like-hashes = these lines look like hashes and were looked up as passwords. If they are SHA-1 hashes, say --sha1.
list-line-foreign = line { $line } is { $what }. { $next }.
list-line-zero-byte = line { $line } is no text: it has a zero byte. Send UTF-8, one entry a line.
list-line-no-sha1 = line { $line } is no SHA-1 of 40 hexadecimal digits. Correct it and start again.
list-line-no-password = line { $line } is no password of 1 to 4,096 bytes of UTF-8. Correct it and start again.

## Building, mirroring, verifying

list-as-of-wrong = the day after --as-of must look like 2026-03-14. Correct it and start again.
list-only-ranges = only { NUMBER($part) } of { NUMBER($all) } ranges were there: passwords of the others will read as not on this list.
list-written =
    { $file }: { $hashes ->
        [one] { $hashes } hash
       *[other] { $hashes } hashes
    }, { NUMBER($bytes) } bytes, { $bits } bits each.
list-ranges-empty = { $n ->
    [one] { $n } of { NUMBER($all) } ranges has no hash; a client takes an empty one as a failure.
   *[other] { $n } of { NUMBER($all) } ranges have no hash; a client takes an empty one as a failure.
}
list-ranges-unreliable = { $n ->
    [one] in { $n } range there is nothing of what the public corpus has there: Selfcheck will call its answers unreliable.
   *[other] in { $n } ranges there is nothing of what the public corpus has there: Selfcheck will call their answers unreliable.
}
list-mirrored =
    { $folder }: { $hashes ->
        [one] { $hashes } hash
       *[other] { $hashes } hashes
    } in { $files ->
        [one] { $files } file
       *[other] { $files } files
    }, { NUMBER($bytes) } bytes.
list-whole = { $n ->
    [one] { $file }: whole, { $n } hash.
   *[other] { $file }: whole, { $n } hashes.
}

## Downloading

list-which-update = say which list file to update.
list-origin-unknown = nothing is known of how this file was downloaded, so every range is asked for.
list-no-connection = no secure connection can be set up on this computer.
list-downloaded =
    { $file }: { $hashes ->
        [one] { $hashes } hash
       *[other] { $hashes } hashes
    }, { NUMBER($bytes) } bytes, { $bits } bits each. { $fetched ->
        [one] { $fetched } range
       *[other] { $fetched } ranges
    } fetched, { NUMBER($unchanged) } unchanged.
list-range-missing = { $range }: { $reason }
list-ranges-more = and { NUMBER($n) } more
list-missing = { $n ->
    [one] { $n } range could not be had, so no list was written. What is complete is kept. Start the same command again to ask for the rest.
   *[other] { $n } ranges could not be had, so no list was written. What is complete is kept. Start the same command again to ask for the rest.
}
list-other-journal = { $file } belongs to another download or update, from another address or of another version of the list. Continue that one with its own command, or discard it with --anew.
list-in-use = { $file } is in use by another run of this program. Wait for that one, or stop it.
list-no-room = about { $needed } are needed on this disk and { $free } are free. Make room or choose another disk, then start the same command again.
list-outgrown = { $n ->
    [one] { $n } hash is more than this file was made for. Make a new one with: selfcheck list download --anew --out FILE
   *[other] { $n } hashes are more than this file was made for. Make a new one with: selfcheck list download --anew --out FILE
}
list-download-full = the disk is full. What is complete is kept. Make room, then start the same command again.

## Progress

list-bar-left = { $time } left
list-bar-reading = reading, bytes
list-bar-writing-hashes = writing, hashes
list-bar-writing-ranges = writing, ranges
list-bar-verifying = verifying, groups in a thousand
list-bar-fetching = fetching ranges, { NUMBER($jobs) } at once
list-bar-fetching-again = fetching ranges, { NUMBER($jobs) } at once, { NUMBER($failed) } to try again

## What was noticed in the inputs

list-names-more = { $names } and { NUMBER($more) } more
list-empty-ranges = { $n ->
    [one] { $n } range file without a row: { $names }. No range is empty, so it counts as missing. Get it again.
   *[other] { $n } range files without a row: { $names }. No range is empty, so they count as missing. Get them again.
}
list-passed-over = { $n ->
    [one] { $n } file was passed over, because a range file is called ABCDE, ABCDE.txt, ABCDE.gz or ABCDE.zst: { $names }.
   *[other] { $n } files were passed over, because a range file is called ABCDE, ABCDE.txt, ABCDE.gz or ABCDE.zst: { $names }.
}
list-not-utf8 = { $n ->
    [one] { $n } line is not UTF-8, the first one is line { $line } of { $file }. Passwords are looked up in UTF-8, so nothing will be found on it.
   *[other] { $n } lines are not UTF-8, the first one is line { $line } of { $file }. Passwords are looked up in UTF-8, so nothing will be found on them.
}
list-hex-undone = { $n ->
    [one] { $n } line was written as $HEX[…], which was undone.
   *[other] { $n } lines were written as $HEX[…], which was undone.
}
list-trailing-blanks = { $n ->
    [one] { $n } line ends in a blank, which was kept as part of the password. If it is none, remove it: sed 's/[[:blank:]]*$//' IN > OUT.
   *[other] { $n } lines end in a blank, which was kept as part of the password. If it is none, remove it: sed 's/[[:blank:]]*$//' IN > OUT.
}

## What went wrong, with what to do: the frames

list-not-opened = { $problem }. Check the name, or get the file again.
list-get-again = { $problem }. Get the file again.
list-try-again = { $problem }. Try again.
list-download-anew = { $problem }. Download it anew.
list-disk-again = { $problem }. Check the name, the rights and the room on the disk, then start the same command again.
list-start-again = { $problem }. Start the same command again.
list-not-made = { $problem }: { $next }. { $outcome }
list-foreign-file = { $file } is { $what }. { $next }. { $outcome }
list-not-made-full = the disk is full: make room and try again. { $outcome }
list-no-list = No list was written.
list-no-mirror = No mirror was written.

## What went wrong

list-file-problem = { $file }: { $problem }
list-is-a-folder = it is a folder, not a file
list-is-a-pipe = it is a pipe, not a file; save what it gives in a file first
list-is-a-socket = it is a socket, not a file
list-is-a-device = it is a device, not a file
list-unreadable = { $file } cannot be read: { $error }
list-cut-off = { $file } is cut off at byte { $byte }: its header promises { NUMBER($expected) } bytes and there are { NUMBER($found) }
list-something-after = { $file } has something after its end at byte { $byte }: its header promises { NUMBER($expected) } bytes and there are { NUMBER($found) }
list-damaged = { $file } is damaged between byte { $from } and byte { $to }
list-changed = { $file } was changed by another program while it was being read
list-verify-stopped = verification of { $file } was stopped
list-not-ours = this is not a list file of Selfcheck (byte 0)
list-too-new = this list file has format { $found }; this program reads format 1
list-header-short = the file ends inside its header, at byte { $byte }
list-header-damaged = the header is damaged (byte { $byte })
list-out-of-range = a list holds 1 to 4,294,967,296 hashes at a rate between 2^-36 and 2^-8
list-too-rare = { $n ->
    [one] for { $n } hash the rate of wrong hits cannot be below 2^-{ $lowest }
   *[other] for { $n } hashes the rate of wrong hits cannot be below 2^-{ $lowest }
}
list-long-text = source and as-of may have 1024 and 64 bytes
list-write-stopped = writing the list stopped: { $error }
list-out-of-order = entry { NUMBER($n) } is out of order, or the number of hashes is not the one announced
list-at-line = { $file }, line { $line }
list-no-ranges = { $folder } holds no files named by five hexadecimal digits
list-range-twice = { $file } is there twice, as ABCDE and ABCDE.txt or in either case
list-no-line = there is not one line
list-stopped = stopped

## What to do about an input

list-next-empty = there is nothing to build a list from. Check the inputs
list-next-twice = remove one of the two
list-next-no-ranges = check that it is the folder with the range files
list-next-too-rare = say --false-positives 2^-{ $lowest } or more
list-next-long-text = shorten what stands after --source
list-next-not-found = check the name: there is no such file or folder
list-next-permission = check who may read and write it
list-next-disk = check that it can be read, and the room on the disk
list-next-start = start it again

## What is wrong with a line of an input

list-fault-ntlm = it is a hash of 32 hexadecimal digits, NTLM or MD5. Lists are made of SHA-1 hashes: get the SHA-1 version
list-fault-other-hash = it is a longer hash than SHA-1, for example SHA-256. Lists are made of SHA-1 hashes: get the SHA-1 version
list-fault-not-a-hash = it is not 40 hexadecimal digits of a SHA-1 with a colon and a count. If these are passwords, say --plain
list-fault-not-a-suffix = it is not 35 hexadecimal digits, a colon and a count, as range files have. Get that range again
list-fault-too-long = it is longer than any password or hash. Correct the file
list-fault-broken-hash = it begins like a hash and is not 40 hexadecimal digits with a colon and a count. Correct that line
list-fault-separators = its count has separators between the digits. Write 2401761 for 2,401,761
list-fault-columns = its fields are not separated by a colon. Write each line as HASH:COUNT, without a header
list-fault-zero-byte = it has a zero byte, so the file is no text or is damaged. Get it again, as UTF-8
list-fault-hashes = nearly all lines of this file are hashes, not passwords. Leave out --plain if they are SHA-1; other hashes cannot be used
list-fault-pairs = nearly all lines of this file have another field beside the password, such as a user name. Keep the passwords alone, for example: cut -d: -f2- IN > OUT
list-fault-counted = nearly all lines of this file have a number beside the password. Keep the passwords alone, for example: sed 's/^ *[0-9]* //' IN > OUT
list-fault-other-encoding = it is not UTF-8, and no other line of the file has a letter in UTF-8. Save the file as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8 IN > OUT

## What an input is that is no text

list-foreign-utf16 = text in UTF-16, not UTF-8
list-foreign-utf32 = text in UTF-32, not UTF-8
list-foreign-zip = a zip archive or an office document
list-foreign-7z = a 7z archive
list-foreign-rar = a rar archive
list-foreign-bzip2 = compressed with bzip2
list-foreign-xz = compressed with xz
list-foreign-compressed = compressed
list-foreign-twice = compressed twice
list-foreign-tar = a tar archive
list-foreign-list = a list file that is built already
list-foreign-database = a database
list-foreign-pdf = a PDF document
list-foreign-markup = a web page or XML
list-foreign-next-encoding = Save it again as UTF-8: iconv -f UTF-16 -t UTF-8 IN > OUT, or in PowerShell Set-Content -Encoding utf8
list-foreign-next-unpack = Unpack it and give the text in it
list-foreign-next-unpack-first = Unpack it first; gzip and zstd are read as they are
list-foreign-next-list = It can be used as it is: selfcheck list info FILE
list-foreign-next-text = Give a text file with one entry a line
